/*
 * Did everybody arrive (S4, "How to check if all the customers are migrated to cloud"): in random
 * worlds that are migrated here, step by step and by the table alone, and then compared.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalTotals } from '#src/domain/arrival-totals.ts';
import { arrivalsOf, type ArrivalFacts, type ArrivalRecord } from '#src/domain/arrival.ts';
import type { Holding } from '#src/domain/copy-table.ts';
import { exclusionOf, type ServerChoice } from '#src/domain/server-choice.ts';
import { fixPeople } from '#src/domain/server-fixes.ts';
import { peopleOf } from '#src/domain/server-people.ts';
import { SERVER_TABLE } from '#src/domain/server-table.ts';
import type { ServerUser } from '#src/domain/server.ts';
import { anyFixes, serverDirectory, serversWith, serverUser } from './server-worlds.ts';

const anyHolding = fc.constantFrom<Holding>('nobody', 'portal-only', 'atlassian', 'both');
const ALL: ServerChoice = { flow: 'with-data', customers: 'all', users: 'all' };
type Arrived = Extract<ArrivalRecord, { did: 'created' | 'linked' }>;
const NOBODY = { related: new Set<string>(), members: new Set<string>() };
const NONE_TAKEN: ArrivalFacts['took'] = new Map();
const NOTHING = { level: 'simple', invalid: 'nothing', duplicated: 'nothing' } as const;

const anyChoice: fc.Arbitrary<ServerChoice> = fc.oneof(
  fc.record({
    flow: fc.constant('in-advance' as const),
    customers: fc.constantFrom('all' as const, 'none' as const),
    users: fc.constant('all' as const),
  }),
  fc.record({
    flow: fc.constant('with-data' as const),
    customers: fc.constantFrom('all' as const, 'all' as const, 'related' as const, 'none' as const),
    users: fc.constantFrom('all' as const, 'related' as const, 'related-and-members' as const),
  }),
);

/** What happens to each person's turn, and to the account afterwards. */
const anyTurn = fc.record({
  turn: fc.constantFrom('runs' as const, 'runs' as const, 'fails' as const, 'never' as const),
  later: fc.constantFrom(
    'nothing' as const,
    'nothing' as const,
    'deleted' as const,
    'other kind' as const,
  ),
  inAdvance: fc.boolean(),
});

const anyWorld = fc.record({
  server: serversWith(8),
  fixes: anyFixes,
  choice: anyChoice,
  related: fc.subarray([0, 1, 2, 3, 4, 5].map((at) => `JIRAUSER${10_000 + at}`)),
  members: fc.subarray([0, 1, 2, 3, 4, 5].map((at) => `JIRAUSER${10_000 + at}`)),
  before: fc.record({
    'ada@northmill.example': anyHolding,
    'bo@northmill.example': anyHolding,
    'cy@fjord.example': anyHolding,
    'dee@fjord.example': anyHolding,
    'ed@fjord.example': anyHolding,
    'stranger@fjord.example': anyHolding,
    'other@fjord.example': anyHolding,
  }),
  turns: fc.array(anyTurn, { minLength: 6, maxLength: 6 }),
});

type World = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never;

/** Migrates a world person by person, and tells on the way what an administrator would say of each. */
function migrate({ server, fixes, choice, related, members, before, turns }: World) {
  const people = fixPeople(peopleOf(server.users, server.directories), fixes, []);
  const associated = { related: new Set(related), members: new Set(members) };
  const destination = new Map(Object.entries(before));
  const records = new Map<string, ArrivalRecord>();
  const story = new Map<string, string>();
  const wanted = (userKey: string) => {
    const found = people.find(({ person }) => person.userKey === userKey);
    return !!found && exclusionOf(found.person, choice, associated) === null;
  };
  for (const [at, { person, outcome }] of people.entries()) {
    const { userKey } = person;
    if (outcome.kind === 'former') story.set(userKey, wanted(userKey) ? 'former' : 'excluded');
    if (outcome.kind === 'blocked') story.set(userKey, wanted(userKey) ? 'blocked' : 'excluded');
    if (outcome.kind !== 'arrives') continue;
    const { turn, later, inAdvance } = turns[at % turns.length]!;
    const account = [userKey, ...outcome.merged];
    const isWanted = account.some(wanted);
    for (const other of outcome.merged) story.set(other, isWanted ? 'merged' : 'excluded');
    if (!isWanted) story.set(userKey, 'excluded');
    else if (turn === 'never') story.set(userKey, 'waiting');
    else if (turn === 'fails') {
      records.set(userKey, { did: 'failed', reason: 'unexpected-fault' });
      story.set(userKey, 'failed');
    } else {
      const holding = destination.get(outcome.emailKey) ?? 'nobody';
      const { action, after, attachTo } = SERVER_TABLE[outcome.row][holding];
      if (attachTo === 'former-user') throw new Error('nobody who arrives is former');
      const did = action === 'create' || action === 'duplicate' ? 'created' : 'linked';
      const { emailKey } = outcome;
      const now = { account: attachTo, emailKey };
      records.set(userKey, { did, account: attachTo, now, inAdvance });
      destination.set(outcome.emailKey, after);
      story.set(userKey, after === 'both' ? 'two-accounts' : did);
      const isCustomer = person.row === 'customer';
      if (after === 'atlassian' && isCustomer && did === 'linked') {
        story.set(userKey, 'linked-to-atlassian');
      }
      if (later === 'deleted') {
        destination.delete(emailKey);
        records.set(userKey, { did, account: attachTo, now: null, inAdvance });
        story.set(userKey, 'gone-since');
      }
      if (later === 'other kind') {
        const other = attachTo === 'atlassian' ? 'portal-only' : 'atlassian';
        destination.set(emailKey, other);
        const moved = { account: other, emailKey } as const;
        records.set(userKey, { did, account: attachTo, now: moved, inAdvance });
        story.set(userKey, 'converted-since');
      }
    }
  }
  const referenced = new Set(related);
  return {
    facts: { people, choice, associated, referenced, records, took: NONE_TAKEN, destination },
    story,
  };
}

test('nobody of any server is left unexplained, and everybody has one explanation', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { facts, story } = migrate(world);
      const arrivals = arrivalsOf(facts);
      expect(arrivals.map(({ userKey }) => userKey)).toEqual(
        facts.people.map(({ person }) => person.userKey),
      );
      for (const { userKey, explanation } of arrivals) {
        expect([userKey, explanation.code]).toEqual([userKey, story.get(userKey)]);
        met.add(explanation.code);
      }
    }),
    { numRuns: 800 },
  );
  expect([...met].toSorted()).toEqual([
    'blocked',
    'converted-since',
    'created',
    'excluded',
    'failed',
    'former',
    'gone-since',
    'linked',
    'linked-to-atlassian',
    'merged',
    'two-accounts',
    'waiting',
  ]);
});

test('the totals are those of the two pages, and the sum of what explains them', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { facts, story } = migrate(world);
      const arrivals = arrivalsOf(facts);
      const totals = arrivalTotals(arrivals, facts.destination);
      const sum = (of: 'people' | 'onServer' | 'onDestination') =>
        totals.parts.reduce((all, part) => all + part[of], 0);
      expect(sum('people')).toBe(facts.people.length);
      expect(sum('onServer')).toBe(totals.onServer);
      expect(sum('onDestination') + totals.elsewhere).toBe(totals.onDestination);
      const holdings = [...facts.destination.values()];
      expect(totals.onDestination).toBe(
        holdings.filter((holding) => holding === 'portal-only' || holding === 'both').length,
      );
      const customers = facts.people.filter(({ person }) => person.row === 'customer');
      expect(totals.onServer).toBe(
        customers.filter(({ person }) => story.get(person.userKey) !== 'excluded').length,
      );
      const isTaken = new Map(arrivals.map(({ userKey, taken }) => [userKey, taken]));
      for (const { row, taken, code, people } of totals.parts) {
        const alike = facts.people.filter(
          ({ person: { userKey, ...person } }) =>
            person.row === row && story.get(userKey) === code && isTaken.get(userKey) === taken,
        );
        expect([row, code, people]).toEqual([row, code, alike.length]);
      }
    }),
  );
});

/** One customer on a server, and what is known of their migration. */
function arrivalOf(user: Partial<ServerUser>, facts: Partial<ArrivalFacts> = {}) {
  const people = fixPeople(peopleOf([serverUser(user)], [serverDirectory(1)]), NOTHING, []);
  const none = new Set<string>();
  const rest = { choice: ALL, associated: NOBODY, referenced: none, took: NONE_TAKEN };
  const world = { ...rest, records: new Map(), destination: new Map(), ...facts, people };
  return arrivalsOf(world)[0];
}

function record(values: Partial<Arrived> = {}) {
  const account = values.account ?? 'portal-only';
  const created: Arrived = {
    did: 'created',
    account,
    now: { account, emailKey: 'ada@northmill.example' },
    inAdvance: false,
    ...values,
  };
  return new Map<string, ArrivalRecord>([['JIRAUSERada', created]]);
}

const holding = (value: Holding) => new Map([['ada@northmill.example', value]]);

describe('one person', () => {
  test('migrated in advance is not migrated again, and says so (S4, pre-migrating)', () => {
    const facts = { records: record({ inAdvance: true }), destination: holding('portal-only') };
    expect(arrivalOf({}, facts)).toEqual({
      userKey: 'JIRAUSERada',
      row: 'customer',
      taken: true,
      emailKey: 'ada@northmill.example',
      explanation: { code: 'created', inAdvance: true },
    });
  });

  test('linked to a customer’s own kind, or to an Atlassian account (S4)', () => {
    const own = { records: record({ did: 'linked' }), destination: holding('portal-only') };
    expect(arrivalOf({}, own)?.explanation).toEqual({ code: 'linked' });
    const other = {
      records: record({ did: 'linked', account: 'atlassian' }),
      destination: holding('atlassian'),
    };
    expect(arrivalOf({}, other)?.explanation).toEqual({ code: 'linked-to-atlassian' });
    expect(arrivalOf({ type: 'licensed' }, other)?.explanation).toEqual({ code: 'linked' });
  });

  test('licensed on the server, a customer there: two accounts (S4)', () => {
    const facts = { records: record({ account: 'atlassian' }), destination: holding('both') };
    expect(arrivalOf({ type: 'licensed' }, facts)?.explanation).toEqual({
      code: 'two-accounts',
      attachedTo: 'atlassian',
    });
  });

  test('deleted: Former customer where data names them, nothing elsewhere (S4)', () => {
    const former = { code: 'former', why: 'deleted' };
    expect(arrivalOf({ deleted: true })?.explanation).toEqual({ ...former, referenced: false });
    expect(
      arrivalOf({ deleted: true }, { referenced: new Set(['JIRAUSERada']) })?.explanation,
    ).toEqual({ ...former, referenced: true });
  });

  test('excluded by choice, with the reason, before any problem of the address', () => {
    const none = { choice: { ...ALL, customers: 'none' as const } };
    expect(arrivalOf({ email: 'ada@atl' }, none)).toMatchObject({
      taken: false,
      explanation: { code: 'excluded', why: 'no-customers' },
    });
    expect(arrivalOf({ channel: null })?.explanation).toEqual({
      code: 'excluded',
      why: 'never-raised-a-request',
    });
  });

  test('what happened goes before what is to be expected', () => {
    const facts = { records: record(), destination: holding('portal-only') };
    const created = { code: 'created', inAdvance: false };
    expect(arrivalOf({ deleted: true }, facts)?.explanation).toEqual(created);
    expect(arrivalOf({ channel: null }, facts)?.explanation).toEqual(created);
    expect(arrivalOf({ email: 'ada@atl' }, facts)?.explanation).toEqual(created);
  });

  test('whoever was merged or Former customer in a run stays that, whatever the fixes say by now', () => {
    const merged = new Map([['JIRAUSERada', { did: 'merged', into: 'JIRAUSERbo' } as const]]);
    const into = { code: 'merged', into: 'JIRAUSERbo' };
    expect(arrivalOf({}, { records: merged })?.explanation).toEqual(into);
    const former = new Map([['JIRAUSERada', { did: 'former' } as const]]);
    const why = { code: 'former', why: 'fix', referenced: false };
    expect(arrivalOf({}, { records: former })?.explanation).toEqual(why);
  });

  test('whom the run took counts on the server, whatever the choice means by now', () => {
    const took = new Map([['JIRAUSERada', 'customer']] as const);
    expect(arrivalOf({ channel: null }, { took, records: record() })?.taken).toBe(true);
  });

  test('whom the run took as a customer counts as one, whatever the server takes them for by now', () => {
    const took = new Map([['JIRAUSERada', 'customer']] as const);
    const facts = { took, records: record(), destination: holding('portal-only') };
    expect(arrivalOf({ type: 'licensed' }, facts)?.row).toBe('customer');
    expect(arrivalOf({ deleted: true }, facts)?.row).toBe('customer');
  });

  test('a new account at the address of one that is gone is not the one that arrived', () => {
    const facts = { records: record({ now: null }), destination: holding('portal-only') };
    expect(arrivalOf({}, facts)).toMatchObject({
      emailKey: null,
      explanation: { code: 'gone-since' },
    });
  });

  test('both accounts at the address: the requests are with the one that has them now', () => {
    const now = { account: 'atlassian', emailKey: 'ada@northmill.example' } as const;
    const facts = { records: record({ now }), destination: holding('both') };
    const two = { code: 'two-accounts', attachedTo: 'atlassian' };
    expect(arrivalOf({}, facts)?.explanation).toEqual(two);
  });

  test('a merged account comes along when anybody in it is taken', () => {
    const rows = [
      serverUser({ userName: 'ada', channel: null }),
      serverUser({ userName: 'bo', id: 'server-user_bo', channel: 'email' }),
      serverUser({ userName: 'cy', id: 'server-user_cy', channel: null, email: 'cy@x.example' }),
    ];
    const merge = { ...NOTHING, duplicated: 'merge' } as const;
    const people = fixPeople(peopleOf(rows, [serverDirectory(1)]), merge, []);
    const none = new Set<string>();
    const facts = { people, choice: ALL, associated: NOBODY, referenced: none, took: NONE_TAKEN };
    const arrivals = arrivalsOf({ ...facts, records: new Map(), destination: new Map() });
    expect(arrivals.map(({ taken, explanation }) => [taken, explanation])).toEqual([
      [true, { code: 'waiting' }],
      [true, { code: 'merged', into: 'JIRAUSERada' }],
      [false, { code: 'excluded', why: 'never-raised-a-request' }],
    ]);
  });

  test('two people who arrived at one account count as one account of the site', () => {
    const both = ['ada', 'bo'].map((userKey) => ({
      userKey,
      row: 'customer' as const,
      taken: true,
      emailKey: 'ada@northmill.example',
      explanation: { code: 'linked' as const },
    }));
    expect(arrivalTotals(both, holding('portal-only'))).toEqual({
      onServer: 2,
      onDestination: 1,
      elsewhere: 0,
      parts: [
        { row: 'customer', taken: true, code: 'linked', people: 2, onServer: 2, onDestination: 1 },
      ],
    });
  });
});
