import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailKey } from '#src/domain/email-key.ts';
import { generatedAddresses } from '#src/domain/server-addresses.ts';
import { addressFault, assess } from '#src/domain/server-assessment.ts';
import { fixPeople, type ServerFixes, type ServerFixRow } from '#src/domain/server-fixes.ts';
import { peopleOf, type ServerPerson } from '#src/domain/server-people.ts';
import type { ServerUser } from '#src/domain/server.ts';
import { anyText } from '#test/support/any-text.ts';
import { anyFixes, anyServer, serverDirectory, serverUser } from './server-worlds.ts';

const DIRECTORIES = [serverDirectory(1), serverDirectory(2), serverDirectory(3)];
const NOTHING = { level: 'simple', invalid: 'nothing', duplicated: 'nothing' } as const;

function people(...users: readonly Partial<ServerUser>[]): ServerPerson[] {
  const rows = users.map((values, at) => serverUser({ ...values, id: `server-user_${at}` }));
  return peopleOf(rows, DIRECTORIES);
}

function outcomes(
  who: readonly ServerPerson[],
  fixes: Partial<Pick<ServerFixes, 'level' | 'invalid' | 'duplicated'>>,
  rows: readonly ServerFixRow[] = [],
): unknown[] {
  return fixPeople(who, { ...NOTHING, ...fixes }, rows).map(({ outcome }) => outcome);
}

function row(userKey: string, values: Partial<ServerFixRow>): ServerFixRow {
  return {
    serverId: 'server_1',
    file: 'invalid',
    userKey,
    newEmail: '',
    tombstone: false,
    ...values,
  };
}

function all(userKey: string, newEmail: string, tombstone = false): ServerFixRow {
  return row(userKey, { file: 'all', newEmail, tombstone });
}

const INVALID = people({ userName: 'ada', userKey: 'JIRAUSER10105', email: 'ada@atl' });
const SHARED = people(
  { userName: 'bo', email: 'it@x.example', active: false },
  { userName: 'ada', email: 'it@x.example', active: false },
  { userName: 'cy', email: 'IT@x.example' },
);

describe('invalid addresses (domain.md 7.5, FIXINV)', () => {
  test('do nothing blocks', () => {
    expect(outcomes(INVALID, {})).toEqual([{ kind: 'blocked', problem: 'invalid' }]);
  });

  test('former users: nobody arrives, and everything stands under Former user', () => {
    expect(outcomes(INVALID, { invalid: 'former-users' })).toEqual([
      { kind: 'former', why: 'fix' },
    ]);
  });

  test('new addresses have the domain of most users and the number of the user key', () => {
    const others = people(
      { userName: 'bo', email: 'bo@x.example' },
      { userName: 'cy', email: 'cy@y.example' },
      { userName: 'dee', email: 'dee@y.example' },
    );
    const [ada] = outcomes([...INVALID, ...others], { invalid: 'new-addresses' });
    expect(ada).toMatchObject({ kind: 'arrives', email: 'ada_10105@y.example', merged: [] });
  });

  test('by file, and whoever is not in the file is blocked', () => {
    const rows = [row('JIRAUSER10105', { newEmail: 'ada@x.example' })];
    expect(outcomes(INVALID, { invalid: 'file' }, rows)).toMatchObject([
      { kind: 'arrives', email: 'ada@x.example', row: 'customer' },
    ]);
    expect(outcomes(INVALID, { invalid: 'file' })).toEqual([
      { kind: 'blocked', problem: 'invalid' },
    ]);
    const other = [row('JIRAUSER10105', { file: 'duplicated', newEmail: 'ada@x.example' })];
    expect(outcomes(INVALID, { invalid: 'file' }, other)).toEqual([
      { kind: 'blocked', problem: 'invalid' },
    ]);
  });

  test('tombstone makes a former user of somebody with an address (TOMB)', () => {
    const rows = [row('JIRAUSER10105', { newEmail: 'ada@x.example', tombstone: true })];
    expect(outcomes(INVALID, { invalid: 'file' }, rows)).toEqual([{ kind: 'former', why: 'fix' }]);
  });
});

describe('duplicated addresses (domain.md 7.5, CHOPT)', () => {
  test('do nothing blocks everybody who shares one', () => {
    const blocked = { kind: 'blocked', problem: 'duplicated' };
    expect(outcomes(SHARED, {})).toEqual([blocked, blocked, blocked]);
  });

  test('merged: the active one is the main account before the first user name', () => {
    expect(outcomes(SHARED, { duplicated: 'merge' })).toEqual([
      { kind: 'merged', into: 'JIRAUSERcy' },
      { kind: 'merged', into: 'JIRAUSERcy' },
      {
        kind: 'arrives',
        email: 'IT@x.example',
        emailKey: 'it@x.example',
        row: 'customer',
        merged: ['JIRAUSERada', 'JIRAUSERbo'],
      },
    ]);
  });

  test('merged: permissions add up, so a licensed one makes the account licensed', () => {
    const zoe = { userName: 'zoe', email: 'it@x.example', projectAdmin: true, active: false };
    const merged = outcomes([...SHARED, ...people(zoe)], { duplicated: 'merge' });
    expect(merged.at(-1)).toMatchObject({
      kind: 'arrives',
      row: 'licensed',
      merged: ['JIRAUSERcy', 'JIRAUSERada', 'JIRAUSERbo'],
    });
  });

  test('new addresses: each of them gets one', () => {
    expect(outcomes(SHARED, { duplicated: 'new-addresses' })).toMatchObject([
      { kind: 'arrives', email: 'it_JIRAUSERada@x.example' },
      { kind: 'arrives', email: 'it_JIRAUSERbo@x.example' },
      { kind: 'arrives', email: 'IT_JIRAUSERcy@x.example' },
    ]);
  });

  test('a new address that another user of the server has is not used', () => {
    const taken = people({ userName: 'dee', email: 'it_JIRAUSERada@x.example' });
    const [dee, ada] = outcomes([...taken, ...SHARED], { duplicated: 'new-addresses' });
    expect(dee).toMatchObject({ email: 'it_JIRAUSERada@x.example' });
    expect(ada).toMatchObject({ email: 'it_JIRAUSERada_2@x.example' });
    const alike = people(
      { userName: 'ada', userKey: 'A-1', email: 'it@x.example' },
      { userName: 'bo', userKey: 'B-1', email: 'it@x.example' },
    );
    expect(outcomes(alike, { duplicated: 'new-addresses' })).toMatchObject([
      { email: 'it_1@x.example' },
      { email: 'it_1_2@x.example' },
    ]);
  });

  test('an address that came by file and is somebody else’s by now blocks only who came to it', () => {
    const who = [...INVALID, ...people({ userName: 'bo', email: 'bo@x.example' })];
    const rows = [row('JIRAUSER10105', { newEmail: 'BO@x.example' })];
    expect(outcomes(who, { invalid: 'file' }, rows)).toMatchObject([
      { kind: 'blocked', problem: 'duplicated' },
      { kind: 'arrives', email: 'bo@x.example' },
    ]);
  });
});

describe('the advanced experience', () => {
  const who = people(
    { userName: 'ada', email: 'ada@x.example' },
    { userName: 'bo', email: 'bo@x.example', type: 'licensed' },
    { userName: 'cy', email: 'cy@x.example' },
  );

  test('rows with one new address are merged, and anybody can become a former user', () => {
    const rows = [
      all('JIRAUSERada', 'bo@x.example'),
      all('JIRAUSERbo', 'bo@x.example'),
      all('JIRAUSERcy', 'cy@x.example', true),
    ];
    expect(outcomes(who, { level: 'advanced' }, rows)).toMatchObject([
      { kind: 'merged', into: 'JIRAUSERbo' },
      { kind: 'arrives', row: 'licensed', merged: ['JIRAUSERada'] },
      { kind: 'former', why: 'fix' },
    ]);
  });

  test('the simple choices and files do not count there, nor the advanced file elsewhere', () => {
    const simple = [row('JIRAUSER10105', { newEmail: 'ada@x.example' })];
    expect(outcomes(INVALID, { level: 'advanced', invalid: 'file' }, simple)).toEqual([
      { kind: 'blocked', problem: 'invalid' },
    ]);
    expect(outcomes(who, {}, [all('JIRAUSERada', 'new@x.example')])).toMatchObject([
      { email: 'ada@x.example' },
      {},
      {},
    ]);
  });
});

describe('on any server', () => {
  test('everybody comes out as one thing, no two arrive at one address, and every merge has its main', () => {
    fc.assert(
      fc.property(anyServer, anyFixes, ({ users, directories }, fixes) => {
        const who = peopleOf(users, directories);
        const before = JSON.stringify(who);
        const fixed = fixPeople(who, fixes, []);
        expect(fixed.map(({ person }) => person)).toEqual(who);
        expect(JSON.stringify(who)).toBe(before);
        const keys = new Set<string>();
        const merged: string[] = [];
        const claimed: string[] = [];
        for (const { person, problem, outcome } of fixed) {
          if (person.row === 'former') {
            expect(outcome).toEqual({ kind: 'former', why: person.former });
          }
          if (outcome.kind === 'blocked') expect(problem).toBe(outcome.problem);
          if (outcome.kind === 'merged') merged.push(person.userKey);
          if (outcome.kind !== 'arrives') continue;
          expect(addressFault(outcome.email)).toBeNull();
          expect(keys.has(outcome.emailKey)).toBe(false);
          keys.add(outcome.emailKey);
          claimed.push(...outcome.merged);
        }
        expect(claimed.toSorted()).toEqual(merged.toSorted());
        const isBlocked = (problem: string) =>
          fixed.some(({ outcome }) => outcome.kind === 'blocked' && outcome.problem === problem);
        const { invalidUsers, duplicatedAddresses } = assess(who);
        expect(isBlocked('invalid')).toBe(fixes.invalid === 'nothing' && invalidUsers > 0);
        expect(isBlocked('duplicated')).toBe(
          fixes.duplicated === 'nothing' && duplicatedAddresses > 0,
        );
      }),
    );
  });

  test('generated addresses are valid, new to the server and different, whatever stands in the rows', () => {
    const odd = fc.record({ email: anyText(), userKey: anyText() });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 8 }), (values) => {
        const assessment = assess(
          people(
            ...values.map(({ email, userKey }, at) => ({
              userName: `u${at}`,
              userKey: `${userKey}-${at}`,
              email: at % 2 === 0 ? email : 'ada@x.example',
              emailKey: emailKey(at % 2 === 0 ? email : 'ada@x.example'),
            })),
          ),
        );
        const generated = generatedAddresses(assessment);
        const keys = [...generated.values()].map(emailKey);
        expect([...generated.values()].map(addressFault)).toEqual(keys.map(() => null));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { emailKey: own } of assessment.people) expect(keys).not.toContain(own);
        expect(generated.size).toBe(assessment.people.filter(({ problem }) => problem).length);
      }),
    );
  });
});
