/*
 * The outcomes of the copy table (S0, S2; domain.md 6.4) in plain words. The short forms are those
 * of the downloaded reports, so that screen and file can be compared.
 */
import type { CopyPlan, Outcome } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { StatTile } from '#src/ui/stat-tiles.tsx';
import { MIGRATION_OUTCOMES } from './migration-outcome-words.ts';

export type OutcomeAction = Outcome['action'];

type Route = Pick<CopyPlan, 'flow' | 'source' | 'destination'>;

export type OutcomeWords = {
  readonly label: string;
  readonly needsAttention?: true;
  readonly explain: (source: string, destination: string) => string;
};

const OUTCOMES: Readonly<Record<OutcomeAction, OutcomeWords>> = {
  create: {
    label: 'Created as portal-only',
    explain: (_, destination) =>
      `Nobody has the address on ${destination}. A portal-only account is created there, inactive if it is inactive on the source.`,
  },
  'create-account': {
    label: 'Created as Atlassian account',
    explain: (source, destination) =>
      `A licensed user of ${source} whose address nobody has on ${destination}. An Atlassian account is created there, and its owner is not told.`,
  },
  link: {
    label: 'Linked',
    explain: (_, destination) =>
      `${destination} holds the same account type under the address. Nothing is created: what arrives is attached to the account that is there.`,
  },
  'add-to-site': {
    label: 'Added to the site',
    explain: (_, destination) =>
      `The Atlassian account gets access to ${destination}. What it can open there depends on its groups.`,
  },
  group: {
    label: 'Put in the imported group',
    needsAttention: true,
    explain: (source, destination) =>
      `Portal-only on ${source}, Atlassian account on ${destination}. What arrives is attached to the Atlassian account, which joins an imported group. The group gives no access until somebody approves it.`,
  },
  duplicate: {
    label: 'Duplicate accounts',
    needsAttention: true,
    explain: (source, destination) =>
      `Atlassian account on ${source}, portal-only on ${destination}. Afterwards the address has both there and logs in with the Atlassian account, out of whose sight the earlier requests are until the portal-only account is migrated.`,
  },
  'link-duplicate': {
    label: 'Linked, duplicate stays',
    needsAttention: true,
    explain: (source, destination) =>
      `${destination} holds both account types under the address already. What arrives is attached to the one that ${source} has; the duplicate stays until the portal-only account is migrated.`,
  },
  'former-user': {
    label: 'Content under Former user',
    explain: (source) =>
      `The customer was deleted on ${source}. No account is created; requests arrive under ${labels.formerUser}.`,
  },
  'left-out': {
    label: 'Left out, copied earlier',
    explain: () =>
      'An earlier run between these sites copied the customer, who is not copied again. Requests that are new since then still arrive with the account of that run.',
  },
  'not-copied': {
    label: 'Not copied',
    needsAttention: true,
    explain: (source) =>
      `The run ended before the customer's turn came. Another copy plan from ${source} copies whoever is missing.`,
  },
};

/** Every outcome, in the order in which screens name them. */
export const OUTCOME_ACTIONS = Object.keys(OUTCOMES) as readonly OutcomeAction[];

/** What happens to a customer, in a few words. */
export function outcomeLabel(action: OutcomeAction, plan: Pick<CopyPlan, 'flow'>): string {
  return outcomeWords(action, plan).label;
}

function outcomeWords(action: OutcomeAction, { flow }: Pick<CopyPlan, 'flow'>): OutcomeWords {
  return (flow === 'copy' ? undefined : MIGRATION_OUTCOMES[action]) ?? OUTCOMES[action];
}

/** Whether somebody must look at such a customer afterwards. */
export function requiresAttention(action: OutcomeAction): boolean {
  return OUTCOMES[action].needsAttention === true;
}

/** What happens to such a customer, and why. */
export function explainOutcome(action: OutcomeAction, plan: Route): string {
  const { source, destination } = plan;
  return outcomeWords(action, plan).explain(source.name, destination.name);
}

/** A tile for every outcome that occurs. */
export function outcomeTiles(
  counts: Readonly<Partial<Record<OutcomeAction, number>>>,
  plan: Pick<CopyPlan, 'flow'>,
): readonly StatTile<OutcomeAction>[] {
  return OUTCOME_ACTIONS.flatMap((id) => {
    const count = counts[id] ?? 0;
    const { label, needsAttention } = outcomeWords(id, plan);
    return count > 0 ? [{ id, label, count, tone: needsAttention ? 'attention' : 'default' }] : [];
  });
}
