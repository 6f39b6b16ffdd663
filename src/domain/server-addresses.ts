/*
 * New addresses for users whose own cannot be used: what the fixes generate and what the files offer.
 * They look like `user1_10105@northmill.example`: the local part, the number of the user key, and the
 * domain that most of the server's addresses have.
 */
import { emailKey } from './email-key.ts';
import { addressFault, type Assessment } from './server-assessment.ts';

/** Reserved for no real use; only for a server without a single usable address. */
const NO_DOMAIN = 'example.com';
/** So that the whole stays within what an address may have. */
const LONGEST = { local: 30, number: 24, domain: 150 };

/**
 * A new address by user key for everybody with a problem; valid, unlike everybody's present address
 * and unlike each other. The same people get the same addresses.
 */
export function generatedAddresses({ people }: Assessment): ReadonlyMap<string, string> {
  const taken = new Set(people.map((person) => person.emailKey));
  const domain = mostCommonDomain(people.map(({ email }) => email));
  const generated = new Map<string, string>();
  for (const { userKey, email, problem } of people) {
    if (problem === null) continue;
    const local = email.slice(0, Math.max(email.lastIndexOf('@'), 0)) || email;
    const start = plain(local, LONGEST.local) || (problem === 'invalid' ? 'INV' : 'DUP');
    const number = /\d+$/.exec(userKey)?.[0] ?? userKey;
    const stem = `${start}_${plain(number, LONGEST.number)}`;
    let address = `${stem}@${domain}`;
    for (let count = 2; taken.has(emailKey(address)); count += 1) {
      address = `${stem}_${count}@${domain}`;
    }
    taken.add(emailKey(address));
    generated.set(userKey, address);
  }
  return generated;
}

/** Letters, digits and what every mail server takes. */
function plain(text: string, longest: number): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '').slice(0, longest);
}

/** The domain of most usable addresses; of equally many, the first in the alphabet. */
function mostCommonDomain(emails: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const email of emails) {
    if (addressFault(email)) continue;
    const key = emailKey(email);
    const domain = key.slice(key.lastIndexOf('@') + 1);
    if (domain.length <= LONGEST.domain) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  let best = NO_DOMAIN;
  let most = 0;
  for (const [domain, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (count > most) [best, most] = [domain, count];
  }
  return best;
}
