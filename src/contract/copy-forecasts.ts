import { z } from 'zod';
import { attention, outcome } from './copy-outcomes.ts';
import { endpoint } from './endpoint.ts';
import { licences, listQuery, page, productRole } from './schemas.ts';

const params = z.object({ planId: z.string() });

/** What would become of one group. */
export const groupForecast = z.object({
  name: z.string(),
  outcome: z.enum(['review', 'joined', 'unchanged', 'left-behind', 'no-access']),
  /** The run makes it for customers with mismatched account types. */
  isForMismatched: z.boolean(),
  fromEarlierRun: z.boolean(),
  /** People who join it with the run. */
  members: z.number(),
  /** What waits for review. */
  asksFor: productRole,
  asksForAdmin: z.boolean(),
  /** What its members have at once. */
  gives: productRole,
  givesAdmin: z.boolean(),
});

/** What would become of one customer organization. */
export const organizationForecast = z.object({
  name: z.string(),
  outcome: z.enum(['created', 'merged', 'copied-before', 'conflict']),
  nameThere: z.string().nullable(),
  members: z.number(),
  /** Source members for whom nobody stands on the destination. */
  leftBehind: z.number(),
});

/** What would become of one selected service project. */
export const projectForecast = z.object({
  key: z.string(),
  name: z.string(),
  outcome: z.enum(['created', 'renamed', 'continued']),
  keyThere: z.string(),
  nameThere: z.string(),
  requests: z.number(),
});

/** Licences of the destination, and what the run and the approvals after it would take. */
export const licenceForecast = licences.extend({ atOnce: z.number(), afterApproval: z.number() });

/** How many people lose sight of requests, and of how many, added up over the people. */
export const losing = z.object({ people: z.number(), requests: z.number() });

/** Why a request cannot be opened after the run. */
const lossReason = z.enum([
  'duplicate-account',
  'review-pending',
  'role-missing',
  'suspended',
  'revoked',
  'migrating',
  'organization-left-behind',
  'organization-copied-before',
]);

const losingPerson = outcome
  .pick({ position: true, email: true, name: true, action: true, afterHolding: true, losing: true })
  .extend({ reasons: z.array(z.object({ reason: lossReason, count: z.number() })) });

const lostRequest = z.object({
  id: z.string(),
  /** On the destination, or on the source for a request that arrives. */
  key: z.string(),
  summary: z.string(),
  where: z.enum(['destination', 'arriving']),
  reason: lossReason,
});

const standing = outcome
  .pick({
    action: true,
    afterHolding: true,
    canOpenBefore: true,
    canOpenAfter: true,
    arriving: true,
    losing: true,
  })
  .extend({ attention: z.array(attention) });

function change<Record extends z.ZodType>(record: Record) {
  return {
    change: z.enum(['changed', 'added', 'gone']),
    before: record.nullable(),
    now: record.nullable(),
  };
}

function namedChanges<Record extends z.ZodType>(record: Record) {
  return z.array(z.object({ name: z.string(), ...change(record) }));
}

const figures = z.object({
  customers: z.number(),
  requests: z.number(),
  conflicts: z.number(),
  attention: z.number(),
  losing: z.number(),
  licencesInUse: z.number(),
  licencesTaken: z.number(),
});

const UNTIL_RUN = ['not-found', 'forbidden', 'copy-plan.not-editable'] as const;

/** What a forecast says beyond its outcomes: who loses access, and what changed since it was shown. */
export const copyForecastEndpoints = {
  'copy-plans.losses': endpoint({
    summary: 'Who would lose sight of requests, and why',
    params,
    query: z.object(listQuery),
    response: page(losingPerson).extend({ losing }),
    problems: UNTIL_RUN,
  }),
  'copy-plans.lost-requests': endpoint({
    summary: 'The requests that one person would lose sight of',
    params: params.extend({ position: z.coerce.number<number>().int().min(0) }),
    query: z.object({ offset: listQuery.offset, limit: listQuery.limit }),
    response: page(lostRequest),
    problems: UNTIL_RUN,
  }),
  'copy-plans.losses-file': endpoint({
    summary: 'Everybody who would lose sight of requests, request by request, as CSV',
    params,
    query: z.object({ raw: z.stringbool().default(false) }),
    file: 'text/csv',
    problems: UNTIL_RUN,
  }),
  'copy-plans.forecast-changes': endpoint({
    summary: 'What differs between the forecast that was shown and the present one',
    params,
    /** Fingerprint of the forecast that was shown. */
    query: z.object({ ...listQuery, shown: z.string().max(100) }),
    response: z.object({
      /** Whether the forecast that was shown is still at hand; otherwise only `now` is told. */
      isKnown: z.boolean(),
      /** Fingerprint of the present forecast. */
      present: z.string(),
      figures: z.object({ before: figures.nullable(), now: figures }),
      people: page(z.object({ email: z.string(), name: z.string(), ...change(standing) })),
      groups: namedChanges(groupForecast),
      organizations: namedChanges(organizationForecast),
      projects: namedChanges(projectForecast),
    }),
    problems: UNTIL_RUN,
  }),
};
