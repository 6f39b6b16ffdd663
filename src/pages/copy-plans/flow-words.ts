/* What screens call a plan and its people, by flow: copying between sites, or migrating from a server (S2, S4). */
import type { CopyPlan } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { CUSTOMERS, PEOPLE } from './plan-words.ts';

export type PlanFlow = CopyPlan['flow'];

type Noun = { readonly one: string; readonly other: string };

export type FlowWords = {
  /** "copy plan", and at the beginning of a sentence. */
  readonly plan: string;
  readonly Plan: string;
  /** What happens to people: "copied". */
  readonly done: string;
  readonly afterwards: string;
  readonly list: string;
  readonly create: string;
  readonly edit: string;
  readonly includes: string;
  /** Everybody whom the plan takes. A migration takes users too, so they are no customers all. */
  readonly people: Noun;
  readonly People: string;
  /** What the source is. */
  readonly source: string;
};

const COPY: FlowWords = {
  plan: 'copy plan',
  Plan: 'Copy plan',
  done: 'copied',
  afterwards: 'After copying',
  list: labels.copyProductData,
  create: labels.createCopyPlan,
  edit: 'Edit copy plan',
  includes: 'This copy plan includes',
  people: CUSTOMERS,
  People: 'Customers',
  source: 'site',
};

const MIGRATION: FlowWords = {
  plan: 'migration',
  Plan: 'Migration',
  done: 'migrated',
  afterwards: 'After the migration',
  list: labels.migrationsDashboard,
  create: labels.migrateYourData,
  edit: 'Edit migration',
  includes: labels.thisMigrationIncludes,
  people: PEOPLE,
  People: 'People',
  source: 'server',
};

const WORDS: Readonly<Record<PlanFlow, FlowWords>> = {
  copy: COPY,
  'in-advance': { ...MIGRATION, create: labels.migrateInAdvance },
  'with-data': MIGRATION,
};

/** How to speak of a plan. */
export function wordsOf({ flow }: Pick<CopyPlan, 'flow'>): FlowWords {
  return WORDS[flow];
}

/** Whether a plan migrates from a server. */
export function isMigration({ flow }: Pick<CopyPlan, 'flow'>): boolean {
  return flow !== 'copy';
}
