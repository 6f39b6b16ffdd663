/* What would help, in the words of the console's own buttons (domain.md 4.2, 4.3; S0, S1). */
import type { Standing } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';

type Cure = { readonly title: string; readonly steps: readonly string[] };

/** Why this person does not see everything and what to do; null where nothing needs doing. */
export function cureOf(standing: Standing): Cure | null {
  const { logIn } = standing;
  const merging = merge(standing);
  if (logIn.outcome === 'login-loop') {
    return {
      title: 'The Atlassian account is suspended here, so the log-in goes round in a loop',
      steps: [
        ...merging,
        `${merging.length > 0 ? 'Then choose' : 'Choose'} “${labels.restoreAccess}” on the Atlassian account.`,
      ],
    };
  }
  if (standing.atlassian && merging.length > 0) {
    return {
      title: 'This address has both account types, and only the Atlassian account logs in',
      steps: [...merging, ...also(logIn.because)],
    };
  }
  const steps = also(logIn.because);
  return steps.length > 0 ? { title: TITLES[logIn.because ?? 'no-account'], steps } : null;
}

/** Brings a portal-only account into the Atlassian account beside it (domain.md 4.2, first row). */
function merge({ portalOnly, atlassian }: Standing): readonly string[] {
  if (!atlassian) return [];
  const migrate = `Choose “${labels.migrateToAtlassianAccount}” on the portal-only account: it is merged into the Atlassian account.`;
  switch (portalOnly?.state) {
    case 'active':
      return [migrate];
    case 'revoked':
      return [`First choose “${labels.grantAccess}” on the portal-only account.`, migrate];
    case 'migrating':
      return ['Wait until the migration of the portal-only account has finished.'];
    default:
      return [];
  }
}

type Because = NonNullable<Standing['logIn']['because']>;

const TITLES: Readonly<Record<Because, string>> = {
  'unverified-email': 'The e-mail address is not verified yet',
  suspended: 'The Atlassian account is suspended here',
  deactivated: 'The Atlassian account is deactivated',
  revoked: 'Access to the help center is revoked',
  migrating: 'The migration is running',
  'no-role': 'The Atlassian account has no role on this site',
  'no-account': 'The Atlassian account has no access to this site',
};

const HELP: Readonly<Record<Because, string>> = {
  'unverified-email': 'Only the person can verify it, by the link in the message.',
  suspended: `Choose “${labels.restoreAccess}” on the Atlassian account.`,
  deactivated: 'No administrator of this site can change that; the account must be reactivated.',
  revoked: `Choose “${labels.grantAccess}” on the portal-only account.`,
  migrating: 'Wait until it has finished; it takes up to 10 minutes.',
  'no-role': `Give the account the role ${labels.customerRole}, or approve the imported group that asks for it.`,
  'no-account': 'Give the Atlassian account access to this site again.',
};

function also(because: Because | null): readonly string[] {
  return because === null ? [] : [HELP[because]];
}
