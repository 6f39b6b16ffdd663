/* Files that are written in slices: the same bytes as in one piece, one state of all, watched and cancelled. */
import { beforeEach, describe, expect, test } from 'vitest';
import { CUSTOMER_EXPORT_HEADINGS, exportCells } from '#src/domain/customer-export.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { DOWNLOAD_HEADER } from '#src/contract/routes.ts';
import { createBackend, type Backend, type WireResponse } from '#src/server/backend.ts';
import { writeCsv } from '#src/server/csv/write-csv.ts';
import type { Store } from '#src/store/store.ts';
import { openFilled } from '#test/support/filled-store.ts';
import { manyCustomer } from '#test/support/many-people.ts';
import { countingUuids, WALL_START } from '#test/support/world.ts';

const SITE: SiteId = 'site_harbor-support';
const CUSTOMERS = 2_000;
/** More than a part of a blob holds. */
const MANY = 8_000;

let store: Store;
let backend: Backend;
/** Milliseconds that each look at the clock takes: every slice is a turn of its own. */
let slow = 100;

beforeEach(async () => {
  slow = 100;
  store = await openFilled('demo', WALL_START);
  let ticks = 0;
  backend = createBackend({
    store,
    storage: 'memory',
    wallNow: () => WALL_START,
    ticks: () => (ticks += slow),
    uuid: countingUuids(),
    scenario: null,
  });
  store.write((tx) => {
    for (let number = 0; number < CUSTOMERS; number += 1) tx.portalCustomers.put(hostile(number));
  });
});

/** Names that a spreadsheet would run, that break lines, and that take several bytes a letter. */
function hostile(number: number): PortalCustomer {
  const customer = manyCustomer(number, SITE);
  const names = [
    customer.name,
    `=cmd|' /C calc'!A${number}`,
    `"a",\r\nb ${number}`,
    `@${number}\t`,
  ];
  return { ...customer, name: names[number % names.length] ?? '' };
}

function ask(path: string, id?: string, method = 'GET', body?: unknown): Promise<WireResponse> {
  return backend.handle({
    method,
    path,
    headers: {
      ...(id === undefined ? {} : { [DOWNLOAD_HEADER]: id }),
      ...(method === 'GET' ? {} : { 'idempotency-key': `key ${path}` }),
    },
    body: body === undefined ? null : new TextEncoder().encode(JSON.stringify(body)),
  });
}

function exported(id?: string): Promise<WireResponse> {
  return ask(`/sites/${SITE}/portal-customers.csv`, id);
}

async function bytesOf({ body, file }: WireResponse): Promise<Uint8Array> {
  return file ? new Uint8Array(await file.arrayBuffer()) : body!;
}

function jsonOf<T>({ body }: WireResponse): T {
  return JSON.parse(new TextDecoder().decode(body!)) as T;
}

/** The file as it would be written in one piece. */
function inOnePiece(): Uint8Array {
  const { items } = store.read((tx) =>
    tx.lists.portalCustomers({
      siteId: SITE,
      search: '',
      state: null,
      sort: 'name',
      direction: 'ascending',
      offset: 0,
      limit: 1_000_000,
    }),
  );
  return writeCsv(CUSTOMER_EXPORT_HEADINGS, items.map(exportCells), { guard: true });
}

type State = { readonly state: string; readonly done: number; readonly total: number | null };

async function stateOf(id: string): Promise<State> {
  return jsonOf<State>(await ask(`/downloads/${id}`));
}

/** Waits until a download has written something. */
async function isWriting(id: string): Promise<State> {
  for (;;) {
    const state = await stateOf(id);
    if (state.state === 'writing') return state;
  }
}

describe('a file that is written in slices', () => {
  test('has the bytes that it has in one piece, whether its turns are short or long', async () => {
    const expected = inOnePiece();
    const inManyTurns = await bytesOf(await exported());
    slow = 0;
    const inOneTurn = await bytesOf(await exported());
    expect(Buffer.from(inManyTurns).equals(expected)).toBe(true);
    expect(Buffer.from(inOneTurn).equals(expected)).toBe(true);
  });

  test(
    'is a blob when it is large, and has the same bytes and headers',
    { timeout: 30_000 },
    async () => {
      slow = 0;
      const small = await exported();
      expect(small.file).toBeUndefined();
      store.write((tx) => {
        for (let number = CUSTOMERS; number < MANY; number += 1) {
          tx.portalCustomers.put(hostile(number));
        }
      });
      const large = await exported();
      expect(large.body).toBeNull();
      expect(large.headers).toEqual(small.headers);
      expect(Buffer.from(await bytesOf(large)).equals(inOnePiece())).toBe(true);
    },
  );

  test('lets reads go on, and shows the state that was there when it began', async () => {
    const expected = inOnePiece();
    const over: string[] = [];
    const file = exported('one').then((answer) => {
      over.push('file');
      return answer;
    });
    const { done, total } = await isWriting('one');
    expect(done).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(done);
    const write = ask('/workspace/persona', undefined, 'PUT', { persona: 'agent' }).then(() =>
      over.push('write'),
    );
    await ask('/workspace').then(() => over.push('read'));
    expect(Buffer.from(await bytesOf(await file)).equals(expected)).toBe(true);
    await write;
    expect(over).toEqual(['read', 'file', 'write']);
    expect((await stateOf('one')).state).toBe('none');
  });

  test('that is cancelled is refused as such, and the next one is whole', async () => {
    const file = exported('two');
    await isWriting('two');
    expect((await ask('/downloads/two', undefined, 'DELETE')).status).toBe(204);
    const refused = await file;
    expect(refused.status).toBe(409);
    expect(jsonOf<{ code: string }>(refused).code).toBe('download.cancelled');
    expect((await stateOf('two')).state).toBe('none');
    const again = await exported('two');
    expect(Buffer.from(await bytesOf(again)).equals(inOnePiece())).toBe(true);
  });

  test('waits for another one, and can be cancelled while it waits', async () => {
    const first = exported('first');
    await isWriting('first');
    const second = exported('second');
    expect((await stateOf('second')).state).toBe('waits');
    await ask('/downloads/second', undefined, 'DELETE');
    expect((await second).status).toBe(409);
    expect((await first).status).toBe(200);
  });
});

test('the audit log in parts has every entry of the list once, in its order, whatever is asked', () => {
  store.write((tx) => {
    const [some] = tx.auditEntries.where({});
    for (let number = 0; number < 2_500; number += 1) {
      // Many in the same instant, across the borders of parts.
      tx.auditEntries.put({ ...some!, id: `audit_${number}`, at: WALL_START + (number % 3) });
    }
  });
  const everything = {
    organizationId: store.read((tx) => tx.organizations.where({})[0]!.id),
    search: '',
    siteId: null,
    action: null,
    actor: null,
    subjectId: null,
    from: null,
    to: null,
  } as const;
  const questions = [
    everything,
    { ...everything, from: WALL_START, to: WALL_START + 2 },
    { ...everything, search: 'harbor' },
    { ...everything, siteId: SITE },
    { ...everything, search: 'nothing has this in it' },
  ];
  for (const question of questions) {
    const { parts, list } = store.read((tx) => ({
      parts: [...tx.lists.auditEntryParts(question)].flat(),
      list: tx.lists.auditEntries({ ...question, offset: 0, limit: 100_000 }).items,
    }));
    expect(parts.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
  }
});
