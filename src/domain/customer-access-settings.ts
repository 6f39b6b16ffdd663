/* Which account a newcomer to a site's help center gets (domain.md 3.4). */
import type { SiteId } from './ids.ts';

/** Customer access of one site; it decides about newcomers only, never about existing customers. */
export type CustomerAccessSettings = {
  readonly siteId: SiteId;
  /** Lower case: addresses there get an Atlassian account with the Customer role (internal customers). */
  readonly approvedDomains: readonly string[];
  /** Whether portal-only accounts may be created at all (external customers). */
  readonly portalOnlyAllowed: boolean;
  /** Lower case: when not empty, only addresses there get a portal-only account. */
  readonly portalOnlyDomains: readonly string[];
  /** Whether newcomers may sign up by themselves, or must be invited. */
  readonly signUpAllowed: boolean;
  /** How portal-only customers log in to this site's help center (domain.md 3.1, IDP). */
  readonly portalLogin: 'password' | 'single-sign-on';
  readonly version: number;
};

/** What a site has that nobody has set up: anybody may sign up and gets a portal-only account. */
export function defaultSettings(siteId: SiteId): CustomerAccessSettings {
  return {
    siteId,
    approvedDomains: [],
    portalOnlyAllowed: true,
    portalOnlyDomains: [],
    signUpAllowed: true,
    portalLogin: 'password',
    version: 0,
  };
}
