/*
 * The runbook: what to carry out in the real console, step by step, with the numbers that this
 * plan's forecast or run has (S0, S2, S4; domain.md 6.2, 6.5, 7, 9). A document as a value: the page and
 * the Markdown file are two renderings of it.
 */
import { afterSteps, runSteps } from './runbook-after.ts';
import { planSteps } from './runbook-before.ts';
import { serverSteps } from './runbook-server.ts';
import type { Runbook, RunbookFacts } from './runbook-value.ts';

/** The ordered steps of a plan. */
export function runbookOf(facts: RunbookFacts): Runbook {
  const { planName, source, destination, isForecast } = facts;
  const steps =
    facts.flow === 'copy'
      ? [...planSteps(facts), ...runSteps(facts), ...afterSteps(facts)]
      : serverSteps(facts);
  return { planName, source, destination, isForecast, steps };
}
