/* Symptoms of a duplicate and the steps of its cure in plain words (domain.md 4.2, 4.3). */
import type { Duplicate, Permission } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';

export type CureStep = Duplicate['cure'][number];
type Symptom = Duplicate['symptoms'][number];

const STEPS: Readonly<Record<CureStep, string>> = {
  'grant-access': labels.grantAccess,
  migrate: labels.migrateToAtlassianAccount,
  'restore-access': labels.restoreAccess,
};

/** The product's label of a step. */
export function stepLabel(step: CureStep): string {
  return STEPS[step];
}

/** Who may take a step. */
export function permissionFor(step: CureStep, { actions }: Duplicate): Permission {
  if (step === 'grant-access') return actions.grantAccess;
  return step === 'migrate' ? actions.migrate : actions.restoreAccess;
}

const REQUESTS = { one: 'request', other: 'requests' };

/** What the person or an administrator notices. */
export function symptomText(symptom: Symptom, duplicate: Duplicate): string {
  switch (symptom) {
    case 'requests-hidden':
      return `${countOf(duplicate.requestsHidden, REQUESTS)} of the portal-only account cannot be opened`;
    case 'login-loop':
      return duplicate.accountState === 'deactivated'
        ? 'Cannot log in: the Atlassian account is deactivated'
        : 'Log-in loop: sent back and forth between portal and single sign-on';
    case 'no-customer-role':
      return 'No role: the help center stays closed';
    case 'portal-log-in-ignored':
      return 'The portal password no longer works';
    case 'listed-twice':
      return 'Listed twice in pickers and filters';
  }
}

/** Why nothing is to do now although the duplicate still exists; undefined where something is. */
export function waitingText({ cure, customerState, accountState }: Duplicate): string | undefined {
  if (cure.length > 0) return undefined;
  if (accountState === 'deactivated') {
    return 'Migrating would fail while the Atlassian account is deactivated';
  }
  return customerState === 'migrating' ? 'Being migrated: over in a few minutes' : undefined;
}
