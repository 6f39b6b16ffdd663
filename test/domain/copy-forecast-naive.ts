/*
 * The rules of copying told a second time, from S0 and S2 and without any of the domain's own
 * functions: who somebody is on the destination afterwards, and whose the requests are.
 */
import type { Copy, Described, Who } from './copy-forecast-worlds.ts';

/** Whom something belongs to on the destination. */
type Owner = `${'profile' | 'account'} of ${number}` | 'stranger' | 'former user';

/** What the forecast must say of one person. */
export function naiveOutcome(copy: Copy, index: number) {
  const person = copy.people[index]!;
  const { source } = person;
  const destination = destinationType(person);
  const isLeftOut = person.copiedBefore !== 'none';
  const owner = ownerOf(copy, index);
  const arriving = copy.arriving.map((request) => [
    ...arrivals(copy, [request.reporter, ...request.participants, ...request.sharedWith]),
    ...request.sharedHere.map(there),
  ]);
  const present = copy.present.map(({ reporter, participants, sharedWith }) =>
    [reporter, ...participants, ...sharedWith].map(there),
  );
  const joined = copy.present.map(({ joining }, number) => [
    ...present[number]!,
    ...arrivals(copy, joining),
  ]);
  return {
    source,
    destination,
    ...(isLeftOut
      ? { after: destination, action: 'left-out', attention: [] }
      : naiveRule(source, destination)),
    arriving: owner === 'former user' ? 0 : count(arriving, owner),
    losing: naiveLosing(copy, index, { present, joined, arriving }),
    opens: [
      count(present, whoLogsIn(person, index)),
      count([...joined, ...arriving], whoLogsInAfterwards(person, index)),
    ],
  };
}

type Owners = readonly Owner[][];

/**
 * "Customers losing permission or being unable to access existing requests" (S0): what the person
 * gets into today, on the destination or, of what arrives, on the source, and not afterwards.
 */
function naiveLosing(
  copy: Copy,
  index: number,
  { present, joined, arriving }: { present: Owners; joined: Owners; arriving: Owners },
): number {
  const person = copy.people[index]!;
  const after = whoLogsInAfterwards(person, index);
  const today = whoLogsIn(person, index);
  const atHome = whoLogsInAtSource(person, index);
  const here = present.filter(
    (owners, number) => isIn(owners, today) && !isIn(joined[number], after),
  );
  const home = copy.arriving.filter(
    ({ reporter, participants, sharedWith, sharedThereOnly }, number) =>
      isIn([reporter, ...participants, ...sharedWith, ...sharedThereOnly].map(there), atHome) &&
      !isIn(arriving[number], after),
  );
  return here.length + home.length;
}

function isIn(owners: readonly Owner[] | undefined, who: Owner | null): boolean {
  return who !== null && owners!.includes(who);
}

/** The account that a person gets in with on the source. */
function whoLogsInAtSource(person: Described, index: number): Owner | null {
  if (person.source === 'deleted') return null;
  if (person.source === 'portal-only') {
    return person.sourceState === 'active' ? `profile of ${index}` : null;
  }
  return person.sourceActive && person.sourceRole !== 'none' ? `account of ${index}` : null;
}

function count(requests: readonly Owner[][], who: Owner | null): number {
  return who === null ? 0 : requests.filter((owners) => owners.includes(who)).length;
}

/** The table of S0 as its sentences go. */
function naiveRule(source: string, destination: string) {
  if (source === 'deleted') return { after: destination, action: 'former-user', attention: [] };
  const accountThere = destination === 'atlassian' || destination === 'both';
  const profileThere = destination === 'portal-only' || destination === 'both';
  const attention: string[] = [];
  if (source === 'portal-only') {
    // "We'll aggregate the affected accounts into a new user group": S0, first section.
    if (accountThere) attention.push('review-group');
    if (destination === 'both') attention.push('upgrade-portal-only');
    const action = { nobody: 'create', 'portal-only': 'link', atlassian: 'group' }[destination];
    const after = destination === 'nobody' ? 'portal-only' : destination;
    return { after, action: action ?? 'link-duplicate', attention };
  }
  // "Duplicate accounts will exist on the destination": S0, second section.
  if (profileThere) attention.push('upgrade-portal-only');
  const action = { nobody: 'add-to-site', 'portal-only': 'duplicate', atlassian: 'link' }[
    destination
  ];
  return {
    after: profileThere ? 'both' : 'atlassian',
    action: action ?? 'link-duplicate',
    attention,
  };
}

function hasProfile({ profile }: Described): boolean {
  return profile !== 'none' && profile !== 'migrated';
}

function destinationType(person: Described): string {
  if (person.account !== 'none') return hasProfile(person) ? 'both' : 'atlassian';
  return hasProfile(person) ? 'portal-only' : 'nobody';
}

/** Whose it is on the destination already. */
function there(who: Who): Owner {
  if (who === 'stranger') return 'stranger';
  return who === 'former-user' ? 'former user' : `${who.as} of ${who.person}`;
}

/** Whose what came from the source becomes. */
function arrivals(copy: Copy, sourceHolders: readonly Who[]): Owner[] {
  return sourceHolders.map((who) =>
    typeof who === 'string' ? there(who) : ownerOf(copy, who.person),
  );
}

function ownerOf(copy: Copy, index: number): Owner {
  const person = copy.people[index]!;
  if (person.copiedBefore !== 'none') return `${person.copiedBefore} of ${index}`;
  if (person.source === 'deleted') return 'former user';
  // Requests arrive attached to the account that the customer has after copying (design, section 2).
  if (person.source !== 'portal-only') return `account of ${index}`;
  return person.account !== 'none' && !hasProfile(person)
    ? `account of ${index}`
    : `profile of ${index}`;
}

/** The account that a person gets in with; null when they stay outside, as the deleted do. */
function whoLogsIn(person: Described, index: number): Owner | null {
  if (person.source === 'deleted') return null;
  if (person.account !== 'none') {
    return person.account === 'active' && person.role !== 'none' ? `account of ${index}` : null;
  }
  return person.profile === 'active' ? `profile of ${index}` : null;
}

function whoLogsInAfterwards(person: Described, index: number): Owner | null {
  const { source, joinedRole } = person;
  if (person.copiedBefore !== 'none' || source === 'deleted') return whoLogsIn(person, index);
  if (source === 'portal-only') {
    if (person.account !== 'none' || hasProfile(person)) return whoLogsIn(person, index);
    return person.sourceState === 'revoked' ? null : `profile of ${index}`;
  }
  const isActive = person.account === 'none' ? person.sourceAccess : person.account === 'active';
  const hasRole = joinedRole !== 'none' || (person.account !== 'none' && person.role !== 'none');
  return isActive && hasRole ? `account of ${index}` : null;
}
