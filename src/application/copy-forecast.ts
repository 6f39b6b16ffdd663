/* The whole forecast of a plan: facts gathered, classified by the domain, counted; running asks for the same. */
import type { LossReason } from '../domain/copy-losses.ts';
import { forecastCopy } from '../domain/copy-outcomes.ts';
import type { CopyOutcome, CopyPlan, OutcomeAction } from '../domain/copy-plan.ts';
import type { Attention } from '../domain/copy-table.ts';
import { importedGroupName } from '../domain/group.ts';
import type { Licences } from '../domain/licences.ts';
import { stableHash } from '../domain/stable-hash.ts';
import { licenceEffect } from './copy-check-facts.ts';
import { copyDurationMs, migrationDayOf, type MigrationDay } from './migration-day.ts';
import { gatherFacts, newcomersAmong } from './copy-facts.ts';
import { groupForecasts, mismatchedGroup, type GroupForecast } from './copy-forecast-groups.ts';
import {
  organizationForecasts,
  projectForecasts,
  type OrganizationForecast,
  type ProjectForecast,
} from './copy-forecast-places.ts';
import { conflictsOf, type OrganizationConflict } from './copy-organizations.ts';
import type { Route } from './plan-route.ts';
import type { AttachedRequest, Tx } from './ports.ts';

/** A request that somebody would lose sight of. */
export type LostRequest = Pick<AttachedRequest, 'id' | 'key' | 'summary'> & {
  /** On the destination already, or arriving from the source, where it has this key. */
  readonly where: 'destination' | 'arriving';
  readonly reason: LossReason;
};

/** Everything that a plan would do, before it runs. */
export type CopyForecast = {
  /** Equal for equal forecasts; running with another one is refused. */
  readonly fingerprint: string;
  readonly outcomes: readonly CopyOutcome[];
  /** What each of them loses sight of, in the same order. */
  readonly losses: readonly (readonly LostRequest[])[];
  readonly losing: { readonly people: number; readonly requests: number };
  readonly counts: Readonly<Partial<Record<OutcomeAction, number>>>;
  readonly attention: Readonly<Record<Attention, number>>;
  readonly importedGroupName: string | null;
  readonly groups: readonly GroupForecast[];
  readonly organizations: readonly OrganizationForecast[];
  readonly projects: readonly ProjectForecast[];
  readonly conflicts: readonly OrganizationConflict[];
  /** Licences of the destination in use and in all, and what the run and approvals after it take. */
  readonly licences: Licences & { readonly atOnce: number; readonly afterApproval: number };
  readonly requests: number;
  readonly durationMs: number;
  /** What migrating people in advance does to `durationMs`; null where nobody can come in advance. */
  readonly migrationDay: MigrationDay | null;
};

/** Computes a plan's forecast from the present data, changing nothing. */
export function forecastPlan(tx: Tx, plan: CopyPlan): CopyForecast {
  const { route, facts, present, arriving } = gatherFacts(tx, plan);
  const { outcomes, losses: lost, standsFor } = forecastCopy(facts);
  const requestsOf = { destination: present, arriving };
  const losses = lost.map((each) =>
    each.map(({ where, index, reason }): LostRequest => {
      const { id, key, summary } = requestsOf[where][index]!;
      return { id, key, summary, where, reason };
    }),
  );
  const attention = countBy(outcomes.flatMap((outcome) => outcome.attention));
  const grouped = attention['review-group'] ?? 0;
  const groupName = grouped > 0 ? nextImportedGroupName(tx, route) : null;
  const conflicts = conflictsOf(tx, plan);
  const shown = {
    outcomes,
    losses,
    losing: losingOf(outcomes),
    counts: countBy(outcomes.map(({ action }) => action)),
    attention: {
      'review-group': grouped,
      'upgrade-portal-only': attention['upgrade-portal-only'] ?? 0,
    },
    importedGroupName: groupName,
    groups: [
      ...(groupName === null ? [] : [mismatchedGroup(groupName, grouped)]),
      ...groupForecasts(tx, plan, route, facts.people),
    ],
    organizations: organizationForecasts(
      tx,
      plan,
      conflicts,
      standsFor,
      newcomersAmong(facts.people),
    ),
    projects: projectForecasts(tx, plan, arriving),
    conflicts,
    licences: licenceEffect(tx, route, facts.people),
    requests: arriving.length,
    durationMs: copyDurationMs(plan, outcomes),
    migrationDay: migrationDayOf(tx, plan, outcomes),
  };
  return { ...shown, fingerprint: stableHash(JSON.stringify(shown)).toString(16) };
}

/** How many people lose sight of requests, and of how many, added up over the people. */
export function losingOf(outcomes: readonly Pick<CopyOutcome, 'losing'>[]): CopyForecast['losing'] {
  const losing = outcomes.filter((outcome) => outcome.losing > 0);
  return {
    people: losing.length,
    requests: losing.reduce((sum, outcome) => sum + outcome.losing, 0),
  };
}

/** The name that the run's group of mismatched customers will get: the first number that is free. */
export function nextImportedGroupName(tx: Tx, route: Route): string {
  let number = 1;
  const taken = (name: string) =>
    tx.groups.first({ siteId: route.destination.id, name }) !== undefined;
  while (taken(importedGroupName(route.source.name, number))) number += 1;
  return importedGroupName(route.source.name, number);
}

function countBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
