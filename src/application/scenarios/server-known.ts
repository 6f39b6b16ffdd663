/* Who of the demo's people the server may know too, by what their address has on the destination. */
import { isAccessActive } from '../../domain/account.ts';
import { countsAsPortalOnly } from '../../domain/portal-customer.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';
import type { Standing } from './server-parts.ts';
import { SITES } from './sites.ts';

/** An address that the demo has, on the destination or elsewhere. */
export type Known = { readonly name: string; readonly email: string; readonly standing: Standing };

/** Every address that a site of the demo has, by e-mail key. */
export function knownAddresses(population: Population): Map<string, Known> {
  const { id: destination, organizationId } = SITES.harbor;
  const directory = new Map(
    population.directoryUsers.flatMap((user) =>
      user.organizationId === organizationId ? [[user.accountId, user] as const] : [],
    ),
  );
  const access = new Map(
    population.siteAccess.flatMap((each) =>
      each.siteId === destination ? [[each.accountId, each] as const] : [],
    ),
  );
  const known = new Map<string, Known>();
  const accounts = new Map<string, 'account' | 'suspended'>();
  for (const { id, emailKey: key, name, email } of population.accounts) {
    const user = directory.get(id);
    const granted = access.get(id);
    if (user && granted) accounts.set(key, isAccessActive(user, granted) ? 'account' : 'suspended');
    known.set(key, { name, email, standing: accounts.get(key) ?? 'elsewhere' });
  }
  for (const { siteId, emailKey: key, name, email, state } of population.portalCustomers) {
    const earlier = known.get(key);
    if (siteId !== destination) {
      // Portal-only elsewhere is nobody on the destination, and no account in the cloud.
      if (!earlier) known.set(key, { name, email, standing: 'nobody' });
    } else if (countsAsPortalOnly({ state })) {
      const alone = state === 'revoked' ? 'revoked' : 'portal-only';
      known.set(key, { name, email, standing: accounts.has(key) ? 'duplicate' : alone });
    } else if (state === 'migrated' && accounts.get(key) === 'account' && earlier) {
      known.set(key, { ...earlier, standing: 'migrated' });
    } else if (state === 'deleted' && (!earlier || earlier.standing === 'nobody')) {
      known.set(key, { name: earlier?.name ?? nameIn(email), email, standing: 'deleted' });
    }
  }
  return known;
}

/** Takes people out by standing, each once: `isFitting` ones as long as there are any. */
export function knownPicker(
  random: Random,
  known: ReadonlyMap<string, Known>,
  taken: ReadonlySet<string>,
): (standing: Standing, isFitting: (person: Known) => boolean) => Known {
  const left = new Map<Standing, Known[]>();
  for (const [key, person] of known) {
    if (person.standing === 'nobody' || taken.has(key)) continue;
    const list = left.get(person.standing);
    if (list) list.push(person);
    else left.set(person.standing, [person]);
  }
  return (standing, isFitting) => {
    const all = left.get(standing) ?? [];
    const fitting = all.filter(isFitting);
    const picked = random.pick(fitting.length > 0 ? fitting : all);
    all.splice(all.indexOf(picked), 1);
    return picked;
  };
}

/** A deleted account is wiped; the server still knows the person, here by the mailbox. */
function nameIn(email: string): string {
  const words = email.slice(0, email.lastIndexOf('@')).split(/[._+-]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
