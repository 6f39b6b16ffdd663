/* Times of work on a machine that others use as well. */

/**
 * Times on the clock, and the mean of what the thread was given: on a busy machine only that
 * compares. A single one cannot be told, since the system counts in steps of some milliseconds.
 */
export function series(count: number, prepare: () => void, work?: () => void) {
  const times: number[] = [];
  let cpu = 0;
  for (let index = 0; index < count; index += 1) {
    if (work) prepare();
    const taken = timed(work ?? prepare);
    times.push(taken.ms);
    cpu += taken.cpuMs;
  }
  return { ...spread(times), meanCpu: rounded(cpu / count), runs: count };
}

export function spread(times: readonly number[]) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

export function timed<T>(work: () => T) {
  const usage = process.threadCpuUsage();
  const began = performance.now();
  const result = work();
  const ms = performance.now() - began;
  return { ms, cpuMs: cpuSince(usage), result };
}

/** What this thread was given since then, in milliseconds. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

export async function timedAsync(work: () => Promise<void>) {
  const usage = process.threadCpuUsage();
  const began = performance.now();
  await work();
  return { ms: performance.now() - began, cpuMs: cpuSince(usage) };
}

/** What JavaScript holds, after collecting if the flag allows. */
export function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}

export function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
