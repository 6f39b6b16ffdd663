/*
 * The latest forecast, kept while nothing changes: a saved plan's page asks for it several times over
 * (outcomes, checks, losses, each page of a list), and a large site takes a while each time.
 */
import type { CopyPlanId } from '../domain/ids.ts';
import type { CopyForecast } from './copy-forecast.ts';

/**
 * The forecast of a plan at a state of the workspace. A forecast depends on records alone, on no
 * clock and no actor, and `change` counts every transaction that wrote one. Inside a transaction that
 * writes it has not counted yet: only reads may be given a memo.
 */
export type ForecastMemo = (
  planId: CopyPlanId,
  change: number,
  compute: () => CopyForecast,
) => CopyForecast;

/** Keeps one forecast of one store. */
export function createForecastMemo(): ForecastMemo {
  let latest: { planId: CopyPlanId; change: number; forecast: CopyForecast } | undefined;
  return (planId, change, compute) => {
    if (latest?.planId !== planId || latest.change !== change) {
      latest = { planId, change, forecast: compute() };
    }
    return latest.forecast;
  };
}
