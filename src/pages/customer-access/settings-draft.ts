/* The settings while somebody edits them. */
import type { CustomerAccess } from '#src/contract/wire.ts';
import { facing, type ConflictField, type Fact } from '#src/ui/conflict-fields.ts';

/** `version` is that of the settings which the draft began with. */
export type Draft = Pick<
  CustomerAccess,
  | 'approvedDomains'
  | 'portalOnlyAllowed'
  | 'portalOnlyDomains'
  | 'signUpAllowed'
  | 'portalLogin'
  | 'version'
> & {
  /** Portal-only accounts for the listed domains only; saved as a list that is not empty. */
  readonly isLimited: boolean;
};

export function draftOf(settings: CustomerAccess): Draft {
  const { approvedDomains, portalOnlyAllowed, portalOnlyDomains } = settings;
  const { signUpAllowed, portalLogin, version } = settings;
  const isLimited = portalOnlyDomains.length > 0;
  return {
    approvedDomains,
    portalOnlyAllowed,
    portalOnlyDomains,
    signUpAllowed,
    portalLogin,
    version,
    isLimited,
  };
}

/** Whether saving would change nothing. */
export function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}

/** What saving sends. */
export function bodyOf(draft: Draft) {
  const { approvedDomains, portalOnlyAllowed, signUpAllowed, portalLogin, isLimited } = draft;
  return {
    approvedDomains,
    portalOnlyAllowed,
    portalOnlyDomains: isLimited ? draft.portalOnlyDomains : [],
    signUpAllowed,
    portalLogin,
  };
}

/** A limit without a domain would be no limit at all. */
export function isListMissing({ portalOnlyAllowed, isLimited, portalOnlyDomains }: Draft): boolean {
  return portalOnlyAllowed && isLimited && portalOnlyDomains.length === 0;
}

/** What was entered beside what is saved now, in words. */
export function conflictOf(draft: Draft, saved: CustomerAccess): readonly ConflictField[] {
  return facing(factsOf(draft), factsOf(draftOf(saved)));
}

function factsOf(draft: Draft): readonly Fact[] {
  const { approvedDomains, portalOnlyAllowed, portalOnlyDomains, signUpAllowed, portalLogin } = {
    ...draft,
    ...bodyOf(draft),
  };
  return [
    { label: 'Approved domains', value: approvedDomains.join(', ') },
    { label: 'Portal-only accounts', value: portalOnlyAllowed ? 'Allowed' : 'Not allowed' },
    {
      label: 'Domains of external customers',
      value: portalOnlyDomains.join(', ') || 'Every domain',
    },
    { label: 'Customers may sign up', value: signUpAllowed ? 'Yes' : 'No' },
    {
      label: 'Log-in of portal-only customers',
      value: portalLogin === 'password' ? 'Password' : 'Single sign-on',
    },
  ];
}
