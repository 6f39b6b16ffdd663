/*
 * *Assess and prepare your users*: which addresses of a server would block a migration. Everybody in
 * an active directory is looked at, users and customers alike; no address is compared with those of
 * the destination (domain.md 7.5).
 */
import { checkEmailAddress, type EmailFault } from './email-address.ts';
import type { ServerPerson } from './server-people.ts';
import { stableHash } from './stable-hash.ts';

/** An address that is both counts as invalid (domain.md 7.5, ASSESSUI). */
export type AddressProblem = 'invalid' | 'duplicated';

export type AssessedPerson = ServerPerson & { readonly problem: AddressProblem | null };

export type Assessment = {
  /** In the order of their user names; former customers are not among them. */
  readonly people: readonly AssessedPerson[];
  /** The tile *Invalid email addresses* counts users. */
  readonly invalidUsers: number;
  /** Users who share one of those addresses. */
  readonly duplicatedUsers: number;
  /** The tile *Duplicated email accounts* counts addresses, however many users share one. */
  readonly duplicatedAddresses: number;
};

/** What is wrong with an address as that of a cloud account; null where nothing is. */
export function addressFault(
  email: string,
): EmailFault | { readonly code: 'domain-without-dot' } | null {
  const fault = checkEmailAddress(email);
  if (fault) return fault;
  // Good enough for mail within a server's own network, and shown as invalid there ("user@atl").
  const domain = email.trim().slice(email.trim().lastIndexOf('@') + 1);
  return domain.includes('.') ? null : { code: 'domain-without-dot' };
}

/** Equal as long as an assessment would find the same users with the same addresses. */
export function assessmentFingerprint({ people }: Assessment): string {
  const seen = people.map(({ userKey, userName, email, row }) => [userKey, userName, email, row]);
  return `${people.length} ${stableHash(JSON.stringify(seen))}`;
}

/** Looks at everybody. Two different user names with one e-mail key are duplicates. */
export function assess(people: readonly ServerPerson[]): Assessment {
  const present = people.filter(({ row }) => row !== 'former');
  const users = new Map<string, number>();
  for (const { emailKey } of present) users.set(emailKey, (users.get(emailKey) ?? 0) + 1);
  const assessed = present.map((person) => ({
    ...person,
    problem: problemOf(person, users.get(person.emailKey) ?? 0),
  }));
  const keys = assessed.filter(({ problem }) => problem === 'duplicated');
  return {
    people: assessed,
    invalidUsers: assessed.filter(({ problem }) => problem === 'invalid').length,
    duplicatedUsers: keys.length,
    duplicatedAddresses: new Set(keys.map(({ emailKey }) => emailKey)).size,
  };
}

function problemOf({ email }: ServerPerson, users: number): AddressProblem | null {
  if (addressFault(email)) return 'invalid';
  return users > 1 ? 'duplicated' : null;
}
