/* Bulk steps in words: what they are called, what they do, why a customer was left as it was. */
import type { BulkStep } from '#src/client/bulk.ts';
import type { Job, Site } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';

export const CUSTOMERS = { one: 'customer', other: 'customers' } as const;

type StepWords = {
  readonly kind: Job['kind'];
  readonly label: string;
  /** "Migrate 12 customers" */
  readonly verb: string;
  /** "Migrating 12 customers" */
  readonly running: string;
  /** "12 customers migrated" */
  readonly done: string;
  /** The permission that the site carries for it. */
  readonly action: 'migrateCustomers' | 'deleteCustomers' | 'changeCustomerAccess';
  /** The real product has no such bulk step (domain.md 3.1). */
  readonly isExtra: boolean;
  readonly isDanger: boolean;
  readonly effect: string;
};

export const BULK_WORDS: Readonly<Record<BulkStep, StepWords>> = {
  migrate: {
    kind: 'bulk-migrate',
    label: labels.migrateToAtlassianAccount,
    verb: 'Migrate',
    running: 'Migrating',
    done: 'migrated',
    action: 'migrateCustomers',
    isExtra: false,
    isDanger: false,
    effect:
      'Each gets an Atlassian account with the Customer role, which takes over the requests and the customer organizations. The portal-only account becomes inactive for good.',
  },
  revoke: {
    kind: 'bulk-revoke',
    label: labels.revokeAccess,
    verb: 'Revoke access of',
    running: 'Revoking access of',
    done: 'lost access',
    action: 'changeCustomerAccess',
    isExtra: true,
    isDanger: true,
    effect:
      'The help center closes to these customers. Requests and customer organizations stay as they are, and access can be granted again.',
  },
  grant: {
    kind: 'bulk-grant',
    label: labels.grantAccess,
    verb: 'Grant access to',
    running: 'Granting access to',
    done: 'got access',
    action: 'changeCustomerAccess',
    isExtra: true,
    isDanger: false,
    effect:
      'The help center opens to these customers again, with everything that was there before.',
  },
  delete: {
    kind: 'bulk-delete',
    label: labels.deleteAccount,
    verb: 'Delete',
    running: 'Deleting',
    done: 'deleted',
    action: 'deleteCustomers',
    isExtra: false,
    isDanger: true,
    effect:
      'The accounts are wiped and cannot be restored. Their requests stay and show Former user. Revoking access keeps everything and can be undone.',
  },
};

export const BULK_STEP_NAMES = Object.keys(BULK_WORDS) as BulkStep[];

/** The step that a job takes; undefined for other work. */
export function bulkStepOf({ kind }: Pick<Job, 'kind'>): BulkStep | undefined {
  return BULK_STEP_NAMES.find((step) => BULK_WORDS[step].kind === kind);
}

/** "Migrate 12 customers" */
export function bulkTitle(step: BulkStep, count: number): string {
  return `${BULK_WORDS[step].verb} ${countOf(count, CUSTOMERS)}`;
}

/** The permission for a step on a site. */
export function bulkPermission(site: Site, step: BulkStep) {
  return site.actions[BULK_WORDS[step].action];
}

const STATE_REASONS: Readonly<Record<string, string>> = {
  'wrong-state:active': 'Access was open already',
  'wrong-state:revoked': 'Access is revoked',
  'wrong-state:migrating': 'Being migrated',
  'wrong-state:migrated': 'Migrated already, for good',
  gone: 'Deleted before its turn came',
  'account-deactivated':
    'The Atlassian account with this e-mail address is deactivated and cannot take over',
  'unexpected-fault':
    'Something went wrong in the simulated backend. Nothing changed for this customer.',
};

/** Why a customer was left as it was. */
export function reasonText(step: BulkStep, reason: string): string {
  if (step === 'migrate' && reason === 'wrong-state:revoked') {
    return 'Access is revoked: grant access first';
  }
  return STATE_REASONS[reason] ?? reason;
}
