/*
 * The forecasts that were shown last, kept in memory so that a refused run can say what changed. Each
 * is kept under its fingerprint, which is made of its content: whoever asks for it gets that forecast
 * or none. Nothing depends on them: after a reload the screen shows a new forecast anyway.
 */
import type { CopyForecast } from '#src/application/copy-forecast.ts';

/** As many as somebody may have open side by side; each may hold thousands of people. */
const KEPT = 4;

const shown = new Map<string, CopyForecast>();

/** Keeps a forecast that is about to be shown. */
export function keepShownForecast(planId: string, forecast: CopyForecast): void {
  const key = `${planId} ${forecast.fingerprint}`;
  shown.delete(key);
  shown.set(key, forecast);
  const [oldest] = shown.keys();
  if (shown.size > KEPT && oldest !== undefined) shown.delete(oldest);
}

/** The forecast of a plan with this fingerprint, if it was shown lately. */
export function shownForecast(planId: string, fingerprint: string): CopyForecast | undefined {
  return shown.get(`${planId} ${fingerprint}`);
}
