/* The lists that can be brought into memory, and what happens to whoever asks for one too early. */
import {
  groupCandidatesOf,
  groupMembersOf,
  organizationAccountsOf,
  siteAccountsOf,
} from './account-source.ts';
import { customersOf } from './customer-source.ts';
import type { PeopleSource } from './loaded-people.ts';
import type { SortKey } from './people-model.ts';

/** A list of people, by its place: a site, an organization or a group. */
export type ListKey = {
  readonly people: keyof typeof SOURCES | 'duplicates';
  readonly place: string;
  /** The order that is asked for. */
  readonly sort: SortKey;
};

const SOURCES = {
  customers: customersOf,
  'site-accounts': siteAccountsOf,
  'organization-accounts': organizationAccountsOf,
  'group-members': groupMembersOf,
  'group-candidates': groupCandidatesOf,
} as const;

/** People that lie in columns; duplicates are pairs of two such lists. */
export type PeopleKey = ListKey & { readonly people: keyof typeof SOURCES };

export function sourceOf({ people, place }: PeopleKey): PeopleSource {
  return SOURCES[people](place);
}

/** What tells lists apart, whatever their order. */
export function nameOf({ people, place }: Pick<ListKey, 'people' | 'place'>): string {
  return `${people} ${place}`;
}

/** When a list of a large place is not in memory yet: SQL answers, or nobody does. */
export type Unloaded = 'ask-sql' | 'refuse';

/** A list was asked for that is not in memory yet, and would block the thread for long by SQL. */
export class ListNotLoaded extends Error {
  override readonly name = 'ListNotLoaded';
  readonly list: ListKey;

  constructor(list: ListKey) {
    super(`${nameOf(list)} by ${list.sort}`);
    this.list = list;
  }
}

export function customersOn(siteId: string, sort: SortKey = 'name'): PeopleKey {
  return { people: 'customers', place: siteId, sort };
}

export function accountsOn(siteId: string): PeopleKey {
  return { people: 'site-accounts', place: siteId, sort: 'name' };
}

export function isOfPeople(list: ListKey): list is PeopleKey {
  return list.people !== 'duplicates';
}
