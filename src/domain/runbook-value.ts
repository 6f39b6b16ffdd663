/* What the runbook is made of: the facts that its steps depend on, and the steps as a value. */
import type { CustomerScope, OutcomeAction, PlanFlow, UserScope } from './copy-plan.ts';
import type { Attention } from './copy-table.ts';
import type { Experience } from './organization.ts';

/** Everything that the steps depend on. */
export type RunbookFacts = {
  readonly planName: string;
  readonly flow: PlanFlow;
  readonly source: string;
  readonly destination: string;
  /** User management of the destination's organization: it decides where pages are (domain.md 2.1). */
  readonly experience: Experience;
  /** Both sites belong to one organization. */
  readonly isOneOrganization: boolean;
  readonly customers: CustomerScope;
  readonly users: UserScope;
  readonly preserveGroupMembership: boolean;
  readonly projects: readonly { readonly key: string; readonly name: string }[];
  readonly counts: Readonly<Partial<Record<OutcomeAction, number>>>;
  /** People by what a server takes them for; nobody of these kinds comes from a site. */
  readonly people: {
    readonly users: number;
    readonly customers: number;
    readonly former: number;
    /** Customers of a server as *View details* counts them: also those merged or made former (S4). */
    readonly counted: number;
  };
  readonly attention: Readonly<Record<Attention, number>>;
  /** The group that gathers mismatched customers; null when there are none. */
  readonly importedGroup: string | null;
  readonly groups: readonly {
    readonly name: string;
    readonly members: number;
    readonly joinsExisting: boolean;
  }[];
  /** Same-named customer organizations that block the run (S2). */
  readonly conflicts: readonly string[];
  /** Whether the numbers are a forecast or what a run did. */
  readonly isForecast: boolean;
};

/** A piece of a sentence: plain words, a label of the real console, or a name from the data. */
export type RunbookText = {
  readonly kind: 'text' | 'label' | 'name';
  readonly text: string;
};

export type RunbookLine = readonly RunbookText[];

/** One step: what to do, what to keep, what must be true afterwards, and when to stop. */
export type RunbookStep = {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly RunbookLine[];
  readonly files: readonly RunbookLine[];
  readonly checks: readonly RunbookLine[];
  readonly stops: readonly RunbookLine[];
};

export type Runbook = {
  readonly planName: string;
  readonly source: string;
  readonly destination: string;
  readonly isForecast: boolean;
  readonly steps: readonly RunbookStep[];
};
