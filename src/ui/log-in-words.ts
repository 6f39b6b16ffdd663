/* How somebody logs in to a help center, in words short enough for a table cell. */
import type { Standing } from '#src/contract/wire.ts';

type LogIn = Standing['logIn'];

const METHODS: Readonly<Record<LogIn['method'], string>> = {
  'portal-password': 'With a portal password',
  'portal-single-sign-on': 'With the single sign-on for portal-only customers',
  atlassian: 'With the Atlassian account',
  'single-sign-on': 'With the organization’s single sign-on',
  none: 'Not possible',
};

const REASONS: Readonly<Record<NonNullable<LogIn['because']>, string>> = {
  'unverified-email': 'the e-mail address is not verified',
  suspended: 'the Atlassian account is suspended',
  deactivated: 'the Atlassian account is deactivated',
  revoked: 'access is revoked',
  migrating: 'the migration is running',
  'no-role': 'the Atlassian account has no role on this site',
  'no-account': 'no account on this site',
};

/** "access is revoked": why somebody cannot log in. */
export function whyNoLogIn(because: NonNullable<LogIn['because']>): string {
  return REASONS[because];
}

/** "With a portal password", "Not possible: access is revoked" */
export function logInWords({ method, outcome, because }: LogIn): string {
  switch (outcome) {
    case 'in':
      return METHODS[method];
    case 'verify-email':
      return `${METHODS[method]}, once the e-mail address is verified`;
    case 'login-loop':
      return 'Log-in loop: the portal and “Log in with single sign-on” send them back and forth';
    default:
      return because === null ? METHODS.none : `Not possible: ${whyNoLogIn(because)}`;
  }
}
