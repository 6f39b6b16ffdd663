const STEPS = [
  { unit: 'GB', size: 1e9 },
  { unit: 'MB', size: 1e6 },
  { unit: 'kB', size: 1e3 },
] as const;

/** "3.1 MB", "12 kB", "2 bytes"; decimal units, as systems show file sizes. */
export function byteCount(bytes: number): string {
  const step = STEPS.find(({ size }) => bytes >= size);
  if (!step) return `${bytes} bytes`;
  const value = bytes / step.size;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${step.unit}`;
}
