/* What a person meets on the way into a help center, step by step (domain.md 3.1, 4.1 to 4.3). */
import type { Standing } from '#src/contract/wire.ts';

type LogIn = Standing['logIn'];

export type ScreenTone = 'open' | 'wait' | 'closed' | 'loop';

type Screen = {
  readonly tone: ScreenTone;
  readonly title: string;
  readonly steps: readonly string[];
};

const START = 'The log-in page asks for the e-mail address.';
const HOME = 'The help center opens.';

/** The step that follows the address, by how somebody logs in. */
const WAYS: Readonly<Record<LogIn['method'], string>> = {
  'portal-password': 'It asks for the password of this help center, which is valid nowhere else.',
  'portal-single-sign-on':
    'It leads to the identity provider that this help center uses for portal-only customers.',
  atlassian: 'It leads to the log-in of the Atlassian account; no portal password is asked for.',
  'single-sign-on':
    'The organization manages this address, so it leads to the organization’s single sign-on.',
  none: 'It knows no account with this address on this site.',
};

const REFUSALS: Readonly<Record<NonNullable<LogIn['because']>, string>> = {
  'unverified-email': 'The e-mail address is not verified.',
  suspended: 'The Atlassian account is suspended: the log-in is refused.',
  deactivated: 'The Atlassian account is deactivated: the log-in is refused.',
  revoked: 'Access is revoked: the log-in is refused.',
  migrating: 'The account is being migrated: the log-in is refused until that has finished.',
  'no-role':
    'The log-in works, but the account has no role on this site: the help center stays closed.',
  'no-account': 'There is nothing to log in with.',
};

/** The log-in page and where it leads. */
export function logInScreen({ method, outcome, because }: LogIn): Screen {
  const way = [START, WAYS[method]];
  switch (outcome) {
    case 'in':
      return { tone: 'open', title: 'They are in', steps: [...way, HOME] };
    case 'verify-email':
      return {
        tone: 'wait',
        title: 'They must verify their e-mail address first',
        steps: [
          ...way,
          'The address is not verified: a page asks to follow the link in the message that was sent.',
          'After that the help center opens.',
        ],
      };
    case 'login-loop':
      return {
        tone: 'loop',
        title: 'They go round in a log-in loop',
        steps: [
          START,
          'It offers “Log in with single sign-on”, because the address has an Atlassian account.',
          'That account may not use this site, so the person is sent back to the log-in page.',
          'It starts again. No message says why.',
        ],
      };
    default:
      return {
        tone: 'closed',
        title: 'They cannot get in',
        steps: because === null ? way : [...way, REFUSALS[because]],
      };
  }
}
