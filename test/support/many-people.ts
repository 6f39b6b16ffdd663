/*
 * Any number of people for measuring and for long tests, the same bytes on every machine. Each is
 * made from its number alone, so that any part of any size can be made.
 */
import type { AccountId, PortalCustomerId, SiteId } from '#src/domain/ids.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { AtlassianAccount } from '#src/domain/account.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';

const GIVEN = (
  'Ada Amélie Anna Ben Björn Carla Chen Clara David Elena Emil Eva Fatima Felix Finn Greta Hana ' +
  'Hugo Ida Ines Ivan Jan Jonas José Julia Karl Kim Lars Lea Leon Lina Luca Maja Marie Mário Max ' +
  'Mia Nadia Nils Noah Nora Olga Omar Paul Petra Quinn Rosa Sami Sofia Søren Tara Theo Tom Uma ' +
  'Vera Viktor Yara Zoë Żaneta Łukasz'
).split(' ');
const FAMILY_BEGINS =
  'Al Ba Be Bran Cas Da Del Fer Gar Hol Ja Kow Lind Mar Mül Nor Ost Pet Sil Wei'.split(' ');
const FAMILY_MIDDLES = 'a e i o u an en in on ar er or ä ö el il am im os us'.split(' ');
const FAMILY_ENDS =
  'berg da feld ga hoff ka ler mann mer nen rez sen ski son ström tti ver ya ži'.split(' ');
/** Names in other scripts, a small part of all. */
const FOREIGN = [
  'Ольга Петрова',
  '田中 さくら',
  '김 민준',
  'Γιώργος Παπάς',
  'نور حداد',
  '🛶 Canoe Club',
];
const DOMAINS =
  'nord.example sued.example ost.example west.example mail.example post.example'.split(' ');
/** How many of a hundred. */
const STATES: readonly (readonly [PortalCustomerState, number])[] = [
  ['active', 84],
  ['revoked', 8],
  ['migrating', 1],
  ['migrated', 5],
  ['deleted', 2],
];
const FIRST_INSTANT = 1_640_000_000_000;
const DAY = 86_400_000;

/** A customer of a site; of other numbers, other people. */
export function manyCustomer(number: number, siteId: SiteId, seed = 1): PortalCustomer {
  const draw = drawer(number, seed);
  const { name, email } = person(number, draw);
  return {
    id: `qm:${uuid(draw)}` as PortalCustomerId,
    siteId,
    email,
    emailKey: emailKey(email),
    name,
    state: stateFor(draw(100)),
    createdAt: FIRST_INSTANT + draw(300 * DAY),
    lastLoginAt: draw(10) < 3 ? null : FIRST_INSTANT + 300 * DAY + draw(700) * DAY,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  };
}

/** An Atlassian account, with the address of the customer of the same number and seed. */
export function manyAccount(number: number, seed = 1): AtlassianAccount {
  const draw = drawer(number, seed);
  const { name, email } = person(number, draw);
  return {
    id: `712020:${uuid(draw)}` as AccountId,
    email,
    emailKey: emailKey(email),
    name,
    emailVerified: true,
    createdAt: FIRST_INSTANT + draw(300 * DAY),
    version: 1,
  };
}

function person(number: number, draw: Draw): { readonly name: string; readonly email: string } {
  const given = one(GIVEN, draw);
  const family = one(FAMILY_BEGINS, draw) + one(FAMILY_MIDDLES, draw) + one(FAMILY_ENDS, draw);
  const name = draw(50) === 0 ? one(FOREIGN, draw) : `${given} ${family}`;
  const local = `${plain(given)}.${plain(family)}`;
  const domain = draw(3) === 0 ? `company-${draw(400)}.example` : one(DOMAINS, draw);
  return { name, email: `${draw(10) === 0 ? local : local.toLowerCase()}${number}@${domain}` };
}

/** Letters of an address. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/ø/g, 'o')
    .replace(/Ł/g, 'L')
    .replace(/[^A-Za-z]/g, '');
}

function stateFor(percent: number): PortalCustomerState {
  let sum = 0;
  for (const [state, share] of STATES) {
    sum += share;
    if (percent < sum) return state;
  }
  return 'active';
}

/** A whole number from 0 up to and without `below`. */
export type Draw = (below: number) => number;

/** The pseudo-random numbers of one person: the same on every machine, unlike for every number. */
export function drawer(number: number, seed: number): Draw {
  let state = (Math.imul(number + 1, 0x9e37_79b1) ^ Math.imul(seed, 0x85eb_ca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (below) => Math.floor(next() * below);
}

function one<T>(values: readonly T[], draw: Draw): T {
  const value = values[draw(values.length)];
  if (value === undefined) throw new Error('Nothing to draw from');
  return value;
}

function uuid(draw: Draw): string {
  const hex = Array.from({ length: 8 }, () => draw(65_536).toString(16).padStart(4, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
