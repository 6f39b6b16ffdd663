/*
 * People of one place in columns: their texts, what they are filtered and sorted by. It knows no
 * table; a source fills it row by row and tells it what became of rows later.
 */
import { searchKey } from '#src/domain/search-key.ts';
import type { RowInPlace } from '../database.ts';
import { countsOf, partOf, Searches, type Marks } from './matches.ts';
import { Ordering } from './ordering.ts';
import { SearchTexts } from './search-texts.ts';
import { NOBODY, SlotColumns } from './slot-columns.ts';
import { sortMany } from './stable-sort.ts';
import type { Field, TextPlace } from './text-chunk.ts';
import { sortByText } from './text-sort.ts';

/** Equal ones stand by name, then by the row's key. */
export type SortKey = Field | 'number';

export type PeopleQuery = {
  /** Folded. */
  readonly search: string;
  /** Categories that are listed, one group after the other; each group by `sort`. */
  readonly groups: readonly (readonly number[])[];
  readonly sort: SortKey;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** A search as it would arrive in SQLite: folded, and half a pair is no character there. */
export function foldedSearch(search: string): string {
  return searchKey(search).replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** What a source's rows consist of, in this order; texts are search keys. */
const CELL = { row: 0, category: 1, number: 2, email: 3, name: 4 } as const;

/** More dead slots than this, and more than half as many as live: filling anew is due. */
const MANY_DEAD = 10_000;

/** Slots between two pauses. */
const SLICE = 65_536;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class PeopleModel {
  readonly #texts = new SearchTexts();
  readonly #columns = new SlotColumns();
  readonly #searches = new Searches(this.#texts);
  readonly #orderings: Readonly<Record<SortKey, Ordering>>;
  #living = 0;
  #dead = 0;

  /** `compareRows` orders the rows of two numbers by their key, which is the last thing to decide. */
  constructor(compareRows: (one: number, other: number) => number) {
    const texts = this.#texts;
    const columns = this.#columns;
    const byRow = (one: number, other: number) =>
      compareRows(columns.rows[one]!, columns.rows[other]!);
    const byName = (one: number, other: number) => texts.compare(one, other, 'name');
    const byNameAndRow = (one: number, other: number) => byName(one, other) || byRow(one, other);
    const byEmail = (one: number, other: number) => texts.compare(one, other, 'email');
    const hasSame = (field: Field) => (one: number, other: number) =>
      texts.areEqual(one, other, field);
    const byNumber = (one: number, other: number) =>
      compareNumbers(columns.numbers[one]!, columns.numbers[other]!);
    const isAlive = (slot: number) => columns.categories[slot] !== NOBODY;
    this.#orderings = {
      name: new Ordering({ byKey: byName, hasSameKey: hasSame('name'), byTie: byRow }, isAlive),
      email: new Ordering(
        { byKey: byEmail, hasSameKey: hasSame('email'), byTie: byNameAndRow },
        isAlive,
      ),
      number: new Ordering(
        {
          byKey: byNumber,
          hasSameKey: (one, other) => columns.numbers[one] === columns.numbers[other],
          byTie: byNameAndRow,
        },
        isAlive,
      ),
    };
  }

  /** How many of each category there are. */
  get counts(): Readonly<Uint32Array> {
    return this.#columns.counts;
  }

  /** The bytes that all of it takes. */
  get size(): number {
    const { name, email, number } = this.#orderings;
    const orders = name.size + email.size + number.size;
    return this.#texts.size + this.#columns.size + this.#searches.size + orders;
  }

  /** So many slots belong to nobody any more that filling anew is better. */
  get isWorn(): boolean {
    return this.#dead > MANY_DEAD && this.#dead > this.#living / 2;
  }

  isSortedBy(sort: SortKey): boolean {
    return this.#orderings[sort].isBuilt;
  }

  /** Makes room for rows to come. */
  reserve(people: number, largestRow: number): void {
    this.#columns.reserve(people, largestRow + 1);
  }

  /** Takes in a row as it is now. One with another key than before (`isAnother`) loses its place. */
  put(cells: RowInPlace, isAnother: boolean): void {
    const row = cells.number(CELL.row);
    const category = cells.number(CELL.category);
    const number = cells.isNull(CELL.number) ? -Infinity : cells.number(CELL.number);
    const email = placeOf(cells, CELL.email);
    const name = placeOf(cells, CELL.name);
    const present = this.#columns.slotOf(row);
    if (present !== undefined) {
      if (!isAnother && this.#holds(present, cells.memory(), { email, name, number })) {
        this.#columns.recategorise(present, category);
        return;
      }
      this.#vacate(present);
    }
    const slot = this.#texts.add(cells.memory(), email, name);
    this.#columns.settle(slot, row, category, number);
    this.#living += 1;
    for (const ordering of Object.values(this.#orderings)) ordering.add(slot);
  }

  /** A row is there no more, or is not listed here any more. */
  remove(row: number): void {
    const slot = this.#columns.slotOf(row);
    if (slot !== undefined) this.#vacate(slot);
  }

  /** Orders all rows by name; `inKeyOrder` hands over their numbers by key, in slices. */
  *sortByName(inKeyOrder: (visit: (row: number) => void) => Generator<void>): Generator<void> {
    const ordering = this.#orderings.name;
    ordering.begin();
    const slots = new Uint32Array(this.#living);
    let count = 0;
    yield* inKeyOrder((row) => {
      const slot = this.#columns.slotOf(row);
      if (slot === undefined || ordering.isLate(slot)) return;
      slots[count] = slot;
      count += 1;
    });
    const found = slots.subarray(0, count);
    yield* sortByText(this.#texts, 'name', found);
    yield* ordering.finish(found);
  }

  /** Makes a further order; ordering by name comes first. */
  *sortBy(sort: Exclude<SortKey, 'name'>): Generator<void> {
    const ordering = this.#orderings[sort];
    ordering.begin();
    const slots = this.#orderings.name.ascending().slice();
    yield;
    if (sort === 'email') {
      yield* sortByText(this.#texts, sort, slots);
    } else {
      const { numbers } = this.#columns;
      const keys = new Float64Array(slots.length);
      for (let at = 0; at < slots.length; at += 1) {
        keys[at] = numbers[slots[at]!]!;
        if (at % SLICE === SLICE - 1) yield;
      }
      yield* sortMany(keys, slots, 0, slots.length);
    }
    yield* ordering.finish(slots);
  }

  /** The row numbers of a page, and how many match in all. The order must have been made. */
  page(query: PeopleQuery): { readonly rows: readonly number[]; readonly total: number } {
    return this.#pageOf(query, this.#searches.marks(query.search));
  }

  /**
   * The same for rows that have a partner only (0 is none), and of them those that a search finds, or
   * whose partner `isFound`.
   */
  pageAmong(
    partners: Readonly<Int32Array>,
    isFound: (partner: number) => boolean,
    query: PeopleQuery,
  ): ReturnType<PeopleModel['page']> {
    const found = this.#searches.marks(query.search);
    const { categories, rows } = this.#columns;
    const marks = new Uint8Array(this.#texts.slots);
    for (let slot = 0; slot < marks.length; slot += 1) {
      const partner = categories[slot] === NOBODY ? 0 : (partners[rows[slot]!] ?? 0);
      if (partner === 0) continue;
      if (found === null || found[slot] === 1 || isFound(partner)) marks[slot] = 1;
    }
    return this.#pageOf(query, marks);
  }

  /** Tells rows in whose name a folded text stands; a row that is not here is none. */
  finderOfNames(wanted: string): (row: number) => boolean {
    const found = this.#searches.marks(wanted);
    return (row) => {
      const slot = this.#columns.slotOf(row);
      if (slot === undefined || (found !== null && found[slot] !== 1)) return false;
      return this.#texts.text(slot, 'name').includes(wanted);
    };
  }

  #pageOf(query: PeopleQuery, marks: Marks): ReturnType<PeopleModel['page']> {
    const ordering = this.#orderings[query.sort];
    const order = query.isDescending ? ordering.descending() : ordering.ascending();
    const counts = countsOf(this.#columns, marks);
    const slots: number[] = [];
    let before = 0;
    for (const group of query.groups) {
      const total = group.reduce((sum, category) => sum + counts[category]!, 0);
      const offset = Math.max(0, query.offset - before);
      const limit = query.limit - slots.length;
      before += total;
      if (limit <= 0 || offset >= total) continue;
      const accepted = new Uint8Array(256);
      for (const category of group) accepted[category] = 1;
      const part = partOf(order, this.#columns, accepted, marks, { offset, limit, total });
      for (const slot of part) slots.push(slot);
    }
    return { rows: slots.map((slot) => this.#columns.rows[slot]!), total: before };
  }

  #vacate(slot: number): void {
    this.#columns.vacate(slot);
    this.#living -= 1;
    this.#dead += 1;
    for (const ordering of Object.values(this.#orderings)) ordering.lost();
  }

  #holds(slot: number, memory: Uint8Array, person: Person): boolean {
    return (
      this.#columns.numbers[slot] === person.number &&
      this.#texts.text(slot, 'email') === textAt(memory, person.email) &&
      this.#texts.text(slot, 'name') === textAt(memory, person.name)
    );
  }
}

type Person = { readonly email: TextPlace; readonly name: TextPlace; readonly number: number };

function placeOf(cells: RowInPlace, column: number): TextPlace {
  const start = cells.textStart(column);
  return { start, bytes: cells.textBytes(column) };
}

function textAt(memory: Uint8Array, { start, bytes }: TextPlace): string {
  return decoder.decode(memory.subarray(start, start + bytes));
}

function compareNumbers(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
