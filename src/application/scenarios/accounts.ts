/* The Atlassian account of a person of the cast: directory, access to sites, groups. */
import type { AtlassianAccount, DirectoryUser, SiteAccess } from '../../domain/account.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Group } from '../../domain/group.ts';
import type { Tx } from '../ports.ts';
import { DAY_MS, daysAgo, HOUR_MS, recentTime, SCENARIO_START, workingTime } from './calendar.ts';
import { HOLDS, type Part, type Presence } from './cast.ts';
import type { Person } from './people.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';
import { groupId, ownGroup, SITE_KEYS, SITES, type SiteKey } from './sites.ts';

/**
 * Groups beyond the default ones; `site-admins` is never copied, `dock-managers` is on both Harbor
 * sites, `jira-administrators` asks for product access and admin access when it is copied.
 */
const OWN_GROUPS: readonly (readonly [SiteKey, OwnGroup])[] = [
  ['support', 'site-admins'],
  ['harbor', 'site-admins'],
  ['fjord', 'site-admins'],
  ['support', 'dock-managers'],
  ['harbor', 'dock-managers'],
  ['support', 'carrier-partners'],
  ['support', 'jira-administrators'],
];

const GROUP_DESCRIPTIONS = {
  'site-admins': 'Administrators of the site',
  'dock-managers': 'Shift leads at the docks',
  'carrier-partners': 'Contacts at partner carriers',
  'jira-administrators': 'Agents who administer the product',
} as const;

type OwnGroup = keyof typeof GROUP_DESCRIPTIONS;

const GROUP_ROLES: Readonly<Record<OwnGroup, Group['role']>> = {
  'site-admins': 'none',
  'dock-managers': 'customer',
  'carrier-partners': 'customer',
  'jira-administrators': 'agent',
};

/** Writes the groups that the demo has beside the default ones. */
export function seedOwnGroups(tx: Tx): void {
  for (const [key, name] of OWN_GROUPS) {
    const group = ownGroup(key, name, {
      name,
      description: GROUP_DESCRIPTIONS[name],
      role: GROUP_ROLES[name],
      isDefault: false,
    });
    tx.groups.put({ ...group, adminAccess: name === 'jira-administrators' });
  }
}

/** Adds the person's account with everything it holds; undefined when no presence needs one. */
export function addAccount(
  population: Population,
  random: Random,
  person: Person,
): AtlassianAccount | undefined {
  const { part } = person;
  const sites = SITE_KEYS.filter((key) => accessOn(part, key) !== null);
  if (sites.length === 0) return undefined;
  const migratedOn = sites.find((key) => part.at[key] === 'migrated');
  const account: AtlassianAccount = {
    id: `712020:${random.uuid()}`,
    email: person.email,
    emailKey: person.emailKey,
    name: person.name.full,
    emailVerified: part.account !== 'unverified',
    createdAt: migratedOn
      ? workingTime(random, daysAgo(400), daysAgo(14))
      : workingTime(random, daysAgo(900), daysAgo(40)),
    version: 1,
  };
  population.accounts.push(account);
  for (const organizationId of new Set(sites.map((key) => SITES[key].organizationId))) {
    const status = directoryStatus(part);
    population.directoryUsers.push({
      organizationId,
      accountId: account.id,
      status,
      addedAt: account.createdAt,
    });
  }
  for (const key of sites) addAccess(population, random, person, key, account);
  if (migratedOn && !account.emailVerified) {
    population.messages.push({
      id: `message_${random.uuid()}`,
      siteId: SITES[migratedOn].id,
      at: account.createdAt,
      to: account.email,
      kind: 'verify-email',
      facts: {},
    });
  }
  return account;
}

function addAccess(
  population: Population,
  random: Random,
  { part, company, emailKey }: Person,
  key: SiteKey,
  account: AtlassianAccount,
): void {
  const access = accessOn(part, key);
  if (!access) return;
  const { status, role } = access;
  const { createdAt } = account;
  const lastSeenAt = lastSeen(random, part, key, createdAt);
  population.siteAccess.push({
    siteId: SITES[key].id,
    accountId: account.id,
    status,
    userKey: `ug:${random.uuid()}`,
    lastSeenAt,
  });
  for (const group of groupsOf(population, random, part, key, role)) {
    population.memberships.push({ groupId: groupId(key, group), accountId: account.id });
  }
  // Whoever was migrated raised requests before, too: see `profiles.ts`.
  if (part.at[key] === 'migrated') return;
  population.holders.push({
    id: account.id,
    site: key,
    company,
    emailKey,
    from: createdAt,
    until: lastSeenAt ?? createdAt + 30 * DAY_MS,
    isCurrent: role !== 'agent',
  });
}

function accessOn(part: Part, key: SiteKey) {
  const presence: Presence | undefined = part.at[key];
  return presence ? HOLDS[presence].access : null;
}

function directoryStatus({ account }: Part): DirectoryUser['status'] {
  return account === 'suspended' || account === 'deactivated' ? account : 'active';
}

function lastSeen(
  random: Random,
  part: Part,
  key: SiteKey,
  since: Instant,
): SiteAccess['lastSeenAt'] {
  const presence = part.at[key];
  if (part.account === 'unverified') return null;
  if (presence === 'agent') return workingTime(random, daysAgo(4), SCENARIO_START - HOUR_MS);
  if (part.account || presence === 'suspended') {
    return recentTime(random, since, Math.max(since, daysAgo(35)));
  }
  return random.chance(0.15) ? null : recentTime(random, since, SCENARIO_START - HOUR_MS);
}

function groupsOf(
  population: Population,
  random: Random,
  part: Part,
  key: SiteKey,
  role: 'agent' | 'customer' | 'none',
): string[] {
  if (role === 'none') return [];
  if (role === 'agent') {
    if (!isAdministrator(population, key)) return ['agents'];
    const both = ['agents', 'site-admins'];
    return key === 'support' ? [...both, 'jira-administrators'] : both;
  }
  if (key === 'fjord' || part.at[key] === 'migrated') return ['customers'];
  if (random.chance(0.15)) return ['dock-managers'];
  const isPartner = key === 'support' && !part.isStaff && random.chance(0.25);
  return isPartner ? ['customers', 'carrier-partners'] : ['customers'];
}

/** The first two agents of a site administer it. */
function isAdministrator({ memberships }: Population, key: SiteKey): boolean {
  const agents = groupId(key, 'agents');
  return memberships.filter((membership) => membership.groupId === agents).length < 2;
}
