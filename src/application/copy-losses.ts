/* Who would lose sight of which requests, as lists to read (S0). */
import type { LossReason } from '../domain/copy-losses.ts';
import type { CopyOutcome } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import type { CopyForecast, LostRequest } from './copy-forecast.ts';
import { getForecast } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';

/** Somebody who would lose sight of requests, with all of them and how many there are for each reason. */
export type LosingPerson = CopyOutcome & {
  readonly requests: readonly LostRequest[];
  readonly reasons: readonly { readonly reason: LossReason; readonly count: number }[];
};

/** Everybody who loses something, in the order of the plan's people. */
export function peopleLosing(
  tx: Tx,
  planId: string,
  context: Context,
): Result<
  { readonly people: readonly LosingPerson[] } & Pick<CopyForecast, 'losing'>,
  DomainError
> {
  const forecast = getForecast(tx, planId, context);
  if (!forecast.ok) return forecast;
  const { outcomes, losses, losing } = forecast.value;
  const people = outcomes.flatMap((outcome): LosingPerson[] => {
    const requests = losses[outcome.position] ?? [];
    return requests.length > 0 ? [{ ...outcome, requests, reasons: reasonsOf(requests) }] : [];
  });
  return ok({ people, losing });
}

/** The requests that the person at this position of the forecast loses; refused where nobody stands there. */
export function requestsLostBy(
  tx: Tx,
  input: { readonly planId: string; readonly position: number },
  context: Context,
): Result<readonly LostRequest[], DomainError> {
  const forecast = getForecast(tx, input.planId, context);
  if (!forecast.ok) return forecast;
  const lost = forecast.value.losses[input.position];
  return lost ? ok(lost) : notFound('customer of the plan', String(input.position));
}

/** How many requests each reason keeps away, the most frequent first. */
function reasonsOf(requests: readonly LostRequest[]): LosingPerson['reasons'] {
  const counts = new Map<LossReason, number>();
  for (const { reason } of requests) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
