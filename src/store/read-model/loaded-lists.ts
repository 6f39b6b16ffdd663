/*
 * Lists in memory: brought there in slices, kept up with what is committed, dropped when nobody asks
 * for them any more.
 */
import type { Database } from '../database.ts';
import { DuplicatePairs } from './duplicate-pairs.ts';
import {
  accountsOn,
  customersOn,
  isOfPeople,
  ListNotLoaded,
  nameOf,
  sourceOf,
  type ListKey,
  type PeopleKey,
  type Unloaded,
} from './list-key.ts';
import { hasAtMost, lastRowOf, LoadedPeople } from './loaded-people.ts';
import { RowChanges, type PeopleChange, type PeopleTable } from './row-changes.ts';

/** People of a store with fewer of their kind are read into memory when they are first listed. */
export const AT_ONCE = 5_000;

/** Row numbers are kept in four bytes, and a table is as long as the largest. */
const MOST_ROWS = 50_000_000;

export class LoadedLists {
  /** What becomes of a question for a list that is not in memory yet. */
  unloaded: Unloaded = 'ask-sql';
  /** What the open transaction has written. */
  readonly changes: RowChanges;
  readonly #database: Database;
  readonly #atOnce: number;
  /** By the list's name. */
  readonly #people = new Map<string, LoadedPeople>();
  /** By site. */
  readonly #pairs = new Map<string, DuplicatePairs>();
  /** What was asked for and was not there, by the list's name. */
  #wanted = new Map<string, ListKey>();

  constructor(database: Database, atOnce: number) {
    this.#database = database;
    this.#atOnce = atOnce;
    this.changes = new RowChanges(database, (table, change) => {
      try {
        this.#apply(table, change);
      } catch {
        // The transaction is committed, and must not look as if it had failed: memory ran out, or
        // the like. What may have missed it goes, and SQL answers.
        this.#people.clear();
        this.#pairs.clear();
      }
    });
    database.watch(this.changes);
  }

  /** The bytes that all of it takes. */
  get size(): number {
    const all = [...this.#people.values(), ...this.#pairs.values()];
    return all.reduce((sum, { size }) => sum + size, 0);
  }

  /** Lists that were asked for since the last call, were not in memory, and are worth loading. */
  takeWanted(): ListKey[] {
    const wanted = [...this.#wanted.values()];
    if (wanted.length > 0) this.#wanted = new Map();
    return wanted;
  }

  /** Whether a list is in memory in the order that is asked for. */
  has(list: ListKey): boolean {
    if (!isOfPeople(list)) return this.#pairs.get(list.place)?.isReady ?? false;
    const people = this.#people.get(nameOf(list));
    return people?.state === 'ready' && people.isSortedBy(list.sort);
  }

  /**
   * Loads a list in slices, with every order; between two of them commits and lists may come. Not
   * within a transaction that has written.
   */
  *load(list: ListKey): Generator<void> {
    if (isOfPeople(list)) return yield* this.#load(list);
    yield* this.#load(customersOn(list.place));
    yield* this.#load(accountsOn(list.place));
    yield* this.#loadPairs(list.place);
  }

  /** Drops what was not used since the last call. */
  dropUnused(): void {
    for (const [name, people] of this.#people) {
      if (people.state === 'ready' && !people.wasUsed) this.#people.delete(name);
      people.wasUsed = false;
    }
    for (const siteId of this.#pairs.keys()) {
      if (!this.#people.has(nameOf(customersOn(siteId)))) this.#pairs.delete(siteId);
    }
  }

  /** The people of a list if what is in memory holds for the running transaction. */
  people(list: PeopleKey, isQuickBySql = false): LoadedPeople | undefined {
    const { table } = sourceOf(list);
    if (this.changes.has(table)) return undefined;
    const name = nameOf(list);
    if (!this.#people.has(name) && lastRowOf(this.#database, table) <= this.#atOnce) {
      for (const _ of this.#load(list)) continue;
    }
    const people = this.#people.get(name);
    if (people) people.wasUsed = true;
    if (people && this.has(list)) return people;
    this.#miss(list, isQuickBySql);
    return undefined;
  }

  /** The pairs of a site likewise. */
  pairs(siteId: string): DuplicatePairs | undefined {
    if (this.changes.has('portal_customer') || this.changes.has('account')) return undefined;
    if (!this.#pairs.has(siteId) && lastRowOf(this.#database, 'account') <= this.#atOnce) {
      for (const _ of this.#loadPairs(siteId)) continue;
    }
    const pairs = this.#pairs.get(siteId);
    if (pairs?.isReady) return pairs;
    this.#miss({ people: 'duplicates', place: siteId, sort: 'name' });
    return undefined;
  }

  /** SQL will answer, unless that takes long and is not wanted. */
  #miss(list: ListKey, isQuickBySql = false): void {
    const source = sourceOf(isOfPeople(list) ? list : accountsOn(list.place));
    if (hasAtMost(this.#database, source, this.#atOnce)) return;
    this.#wanted.set(nameOf(list), list);
    if (this.unloaded === 'refuse' && !isQuickBySql) throw new ListNotLoaded(list);
  }

  *#load(list: PeopleKey): Generator<void> {
    const name = nameOf(list);
    const source = sourceOf(list);
    const present = this.#people.get(name);
    if (present?.state === 'filling') return;
    if (lastRowOf(this.#database, source.table) > MOST_ROWS) return;
    const people = present ?? new LoadedPeople(this.#database, source);
    this.#people.set(name, people);
    const steps = people.load();
    try {
      // Stops where a transaction has replaced everything meanwhile.
      while (this.#people.get(name) === people && steps.next().done !== true) yield;
    } finally {
      // Who stops halfway leaves nothing half filled.
      if (people.state === 'filling' && this.#people.get(name) === people) {
        this.#people.delete(name);
      }
    }
  }

  #apply(table: PeopleTable, change: PeopleChange): void {
    if (change === 'everything') this.#pairs.clear();
    else for (const pairs of this.#pairs.values()) pairs.apply(table, change);
    for (const [name, people] of this.#people) {
      if (people.source.table !== table) continue;
      if (change !== 'everything') people.apply(change);
      const isWorn = people.state === 'ready' && people.isWorn;
      if (change === 'everything' || isWorn) this.#people.delete(name);
    }
  }

  *#loadPairs(siteId: string): Generator<void> {
    if (this.#pairs.has(siteId)) return;
    const pairs = new DuplicatePairs(this.#database, siteId);
    this.#pairs.set(siteId, pairs);
    const steps = pairs.load();
    try {
      while (this.#pairs.get(siteId) === pairs && steps.next().done !== true) yield;
    } finally {
      if (!pairs.isReady && this.#pairs.get(siteId) === pairs) this.#pairs.delete(siteId);
    }
  }
}
