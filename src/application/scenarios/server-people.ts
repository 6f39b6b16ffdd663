/* Everybody on the demo's server: the named ones, and others who partly have an account elsewhere. */
import { emailKey } from '../../domain/email-key.ts';
import { userNameKey } from '../../domain/server-people.ts';
import type { ServerUser } from '../../domain/server.ts';
import { COMPANIES } from './companies.ts';
import { nameBook, type Culture } from './names.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';
import { SERVER_CAST, type DirectoryKey, type ServerPresence } from './server-cast.ts';
import { knownAddresses, knownPicker, type Known } from './server-known.ts';
import { SERVER_PARTS } from './server-parts.ts';
import { directoryId, SERVER } from './server.ts';

/** One person, with the rows that the directories have of them. */
export type ServerColleague = ServerPresence & {
  readonly rows: readonly ServerUser[];
  readonly domain: string;
};

type Identity = Pick<ServerUser, 'userName' | 'name' | 'email'>;

/** The company whose server it is, and the one that took it over. */
const OWN_DOMAIN = 'quayside.example';
const OWN_CULTURES: readonly Culture[] = ['english', 'dutch', 'polishWomen', 'swedish'];
const PARENT_DOMAIN = 'harbor-logistics.example';

const CLIENTS = COMPANIES.filter(
  ({ relation, sites }) => relation === 'customer' && sites.includes('harbor'),
);

/** Of the first users the key is the user name, as early releases made it. */
const EARLY_USERS = 8;
const FIRST_NUMBER = 10_100;

/** Makes everybody with chance of its own, so that nothing else of the demo depends on it. */
export function castServer(random: Random, population: Population): ServerColleague[] {
  const known = knownAddresses(population);
  const taken = new Set(SERVER_CAST.map(({ email }) => emailKey(email)));
  const pick = knownPicker(random, known, taken);
  for (const key of known.keys()) taken.add(key);
  const nameOf = nameBook();
  const newcomer = (isStaff: boolean): Identity => {
    const { domain, cultures } = isStaff
      ? { domain: OWN_DOMAIN, cultures: OWN_CULTURES }
      : random.pick(CLIENTS);
    for (;;) {
      const { full, mailbox } = nameOf(random, random.pick(cultures));
      const email = `${mailbox.given}.${mailbox.family}@${domain}`;
      const key = emailKey(email);
      if (taken.has(key)) continue;
      taken.add(key);
      return identity(isStaff, full, email);
    }
  };
  const others = SERVER_PARTS.flatMap(({ count, there = 'nobody', ...presence }) => {
    const isStaff = presence.is !== 'customer';
    const isFitting = ({ email }: Known) => email.endsWith(`@${PARENT_DOMAIN}`) === isStaff;
    return Array.from({ length: count }, () => {
      if (there === 'nobody') return { ...presence, ...newcomer(isStaff) };
      const { name, email } = pick(there, isFitting);
      return { ...presence, ...identity(isStaff, name, email) };
    });
  });
  return toldApart([...SERVER_CAST, ...others]).map(colleague);
}

/** The second of a user name gets a number, as a directory does it. */
function toldApart<P extends Identity>(people: readonly P[]): P[] {
  const used = new Map<string, number>();
  return people.map((person) => {
    const key = userNameKey(person.userName);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count === 1 ? person : { ...person, userName: `${person.userName}${count}` };
  });
}

/** A user of the company has a short user name; a customer's is the address. */
function identity(isStaff: boolean, name: string, email: string): Identity {
  const mailbox = email.slice(0, email.lastIndexOf('@')).toLowerCase();
  const [given = '', family] = mailbox.split('.');
  const short = family === undefined ? mailbox : `${given.charAt(0)}${family}`;
  return { userName: isStaff ? short : email.toLowerCase(), name, email };
}

function colleague(person: ServerPresence & Identity, at: number): ServerColleague {
  const { is, came, named, state, deletedFrom, userName, name, email } = person;
  const key = emailKey(email);
  const isCustomer = is === 'customer' || is === 'unlicensed-admin';
  const usual: DirectoryKey = isCustomer ? 'internal' : 'ldap';
  const number = FIRST_NUMBER + at;
  const rows = (person.stands ?? [usual]).map((directory, row): ServerUser => ({
    id: `server-user_quayside-${number}${row === 0 ? '' : `-${row + 1}`}`,
    serverId: SERVER.id,
    directoryId: directoryId(directory),
    userKey: at < EARLY_USERS ? userName : `JIRAUSER${number}`,
    userName,
    email,
    emailKey: key,
    name,
    type: isCustomer ? 'customer' : 'licensed',
    agent: is === 'agent',
    projectAdmin: is === 'project-admin' || is === 'unlicensed-admin',
    channel: came ?? null,
    active: state !== 'inactive',
    deleted: state === 'deleted' || directory === deletedFrom,
  }));
  const domain = key.slice(key.lastIndexOf('@') + 1);
  return { is, ...(came && { came }), ...(named && { named }), rows, domain };
}
