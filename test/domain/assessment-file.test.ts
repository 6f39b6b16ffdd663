import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFixFile, type FixRecord } from '#src/domain/assessment-file-reading.ts';
import { fixCells, fixFileRows, fixHeadings } from '#src/domain/assessment-file.ts';
import { assess, type Assessment } from '#src/domain/server-assessment.ts';
import { fixPeople, type FixFile } from '#src/domain/server-fixes.ts';
import { peopleOf } from '#src/domain/server-people.ts';
import { anyServer, serverDirectory, serverUser } from './server-worlds.ts';

const FILES: readonly FixFile[] = ['invalid', 'duplicated', 'all'];

/** The file as it is handed out. */
function recordsOf(file: FixFile, assessment: Assessment): FixRecord[] {
  const rows = fixFileRows(file, assessment).map((row) => fixCells(file, row));
  return [fixHeadings(file), ...rows].map((cells, at) => ({ line: at + 1, cells }));
}

const ASSESSMENT = assess(
  peopleOf(
    [
      serverUser({ userName: 'ada', userKey: 'JIRAUSER10105', email: 'ada@atl' }),
      serverUser({ userName: 'bo', userKey: 'JIRAUSER10106', email: '', type: 'licensed' }),
      serverUser({ userName: 'cy', userKey: 'JIRAUSER10107', email: 'it@x.example' }),
      serverUser({ userName: 'dee', userKey: 'dee', email: 'it@x.example' }),
      serverUser({ userName: 'ed', userKey: 'JIRAUSER10108', email: 'ed@x.example' }),
    ],
    [serverDirectory(1)],
  ),
);

/** Reads a file after its lines were changed. */
function reading(file: FixFile, change: (lines: string[][]) => unknown) {
  const lines = recordsOf(file, ASSESSMENT).map(({ cells }) => [...cells]);
  change(lines);
  return readFixFile(
    file,
    ASSESSMENT,
    lines.map((cells, at) => ({ line: at + 1, cells })),
  );
}

function refusals(file: FixFile, change: (lines: string[][]) => unknown): unknown[] {
  const read = reading(file, change);
  if (read.ok) return [];
  return read.error.map(({ line, code, column }) => [line, code, column]);
}

/** Puts values into cells, by line from the heading's 0 and by column. */
function edited(...edits: readonly [line: number, column: number, value: string][]) {
  return (lines: string[][]) => {
    for (const [line, column, value] of edits) lines[line]![column] = value;
  };
}

describe('the files as they are handed out', () => {
  test('simple: a file for invalid and one for duplicated addresses (atlassian-api.md F8)', () => {
    expect(recordsOf('invalid', ASSESSMENT).map(({ cells }) => cells.join())).toEqual([
      'UserKey,UserName,Type,OldEmail,NewEmail,Tombstone',
      'JIRAUSER10105,ada,INV,ada@atl,ada_10105@x.example,FALSE',
      'JIRAUSER10106,bo,INV,,INV_10106@x.example,FALSE',
    ]);
    expect(recordsOf('duplicated', ASSESSMENT).map(({ cells }) => cells.join())).toEqual([
      'UserKey,UserName,Type,OldEmail,NewEmail,Tombstone',
      'JIRAUSER10107,cy,DUP,it@x.example,it_10107@x.example,FALSE',
      'dee,dee,DUP,it@x.example,it_dee@x.example,FALSE',
    ]);
  });

  test('advanced: one file with all users (atlassian-api.md F7)', () => {
    expect(recordsOf('all', ASSESSMENT).map(({ cells }) => cells.join())).toEqual([
      'UserKey,UserName,ErrorType,OldEmail,NewEmail,Tombstone,AccountType',
      'JIRAUSER10105,ada,INV,ada@atl,ada_10105@x.example,FALSE,CUSTOMER',
      'JIRAUSER10106,bo,INV,,INV_10106@x.example,FALSE,USER',
      'JIRAUSER10107,cy,DUP,it@x.example,it_10107@x.example,FALSE,CUSTOMER',
      'dee,dee,DUP,it@x.example,it_dee@x.example,FALSE,CUSTOMER',
      'JIRAUSER10108,ed,,ed@x.example,ed@x.example,FALSE,CUSTOMER',
    ]);
  });
});

describe('the files on their way back', () => {
  test('unchanged, a file changes nothing and does what new addresses do', () => {
    fc.assert(
      fc.property(anyServer, fc.constantFrom(...FILES), ({ users, directories }, file) => {
        const people = peopleOf(users, directories);
        const assessment = assess(people);
        const read = readFixFile(file, assessment, recordsOf(file, assessment));
        expect(read).toMatchObject({ ok: true, value: { changed: 0 } });
        if (!read.ok) return;
        const rows = read.value.rows.map((row) => ({ ...row, serverId: 'server_1' as const }));
        const level = file === 'all' ? 'advanced' : 'simple';
        const byFile = { level, invalid: 'file', duplicated: 'file' } as const;
        const generated = fixPeople(
          people,
          { level: 'simple', invalid: 'new-addresses', duplicated: 'new-addresses' },
          [],
        );
        const outcomes = fixPeople(people, byFile, rows);
        for (const [at, { problem, outcome }] of outcomes.entries()) {
          if (file !== 'all' && problem !== null && problem !== file) continue;
          expect(outcome).toEqual(generated[at]?.outcome);
        }
      }),
    );
  });

  test('rows may stand in any order, since they are found by their user key', () => {
    fc.assert(
      fc.property(anyServer, fc.constantFrom(...FILES), fc.func(fc.nat()), (world, file, place) => {
        const assessment = assess(peopleOf(world.users, world.directories));
        const [heading, ...rows] = recordsOf(file, assessment);
        const mixed = rows.toSorted((a, b) => place(a.cells[0]) - place(b.cells[0]));
        const again = [heading!, ...mixed].map(({ cells }, at) => ({ line: at + 1, cells }));
        expect(readFixFile(file, assessment, again)).toMatchObject({
          ok: true,
          value: { changed: 0 },
        });
      }),
    );
  });

  test('a new address and tombstone are taken', () => {
    const read = reading('invalid', edited([1, 4, 'ada@new.example'], [2, 4, ''], [2, 5, 'True']));
    expect(read).toEqual({
      ok: true,
      value: {
        changed: 2,
        rows: [
          {
            file: 'invalid',
            userKey: 'JIRAUSER10105',
            newEmail: 'ada@new.example',
            tombstone: false,
          },
          { file: 'invalid', userKey: 'JIRAUSER10106', newEmail: '', tombstone: true },
        ],
      },
    });
  });

  test('one of those who share an address may keep it', () => {
    expect(refusals('duplicated', edited([1, 4, 'it@x.example']))).toEqual([]);
    expect(refusals('duplicated', edited([1, 4, 'it@x.example'], [2, 4, 'IT@X.example']))).toEqual([
      [3, 'new-email-taken', 'NewEmail'],
    ]);
  });

  test('in the advanced file one new address in several rows merges them', () => {
    const change = edited([1, 4, 'it@x.example'], [2, 4, 'it@x.example'], [5, 4, 'it@x.example']);
    expect(refusals('all', change)).toEqual([]);
  });

  test('an empty new address keeps that of somebody without a problem, and of nobody else', () => {
    expect(refusals('all', edited([4, 4, ''], [5, 4, '']))).toEqual([
      [5, 'new-email-invalid', 'NewEmail'],
    ]);
  });
});

describe('refusals (domain.md 7.5, CSV)', () => {
  test('other headings, or in another order', () => {
    const other = edited([0, 2, 'ErrorType']);
    expect(refusals('invalid', other)).toEqual([[1, 'headings-differ', null]]);
    expect(refusals('all', edited([0, 0, 'UserName'], [0, 1, 'UserKey']))).toEqual([
      [1, 'headings-differ', null],
    ]);
    expect(refusals('all', (lines) => lines.splice(0))).toEqual([[null, 'headings-differ', null]]);
  });

  test('a mark at the start of the file is none of the heading', () => {
    const marked = edited([0, 0, '\uFEFFUserKey']);
    expect(refusals('invalid', marked)).toEqual([]);
  });

  test('an added row', () => {
    const cells = ['JIRAUSER1', 'zoe', 'INV', 'zoe@atl', 'zoe@x.example', 'FALSE'];
    expect(refusals('invalid', (lines) => lines.push(cells))).toEqual([
      [null, 'row-count-differs', null],
      [4, 'row-added', 'UserKey'],
    ]);
  });

  test('a removed row', () => {
    expect(refusals('invalid', (lines) => lines.pop())).toEqual([
      [null, 'row-count-differs', null],
      [null, 'row-removed', null],
    ]);
  });

  test('one row removed and another one twice, though the count is right', () => {
    expect(refusals('invalid', (lines) => lines.splice(2, 1, [...lines[1]!]))).toEqual([
      [null, 'row-removed', null],
      [3, 'row-repeated', 'UserKey'],
    ]);
  });

  test('an unknown user key', () => {
    const change = edited([2, 0, 'jirauser10106']);
    expect(refusals('invalid', change)).toEqual([
      [null, 'row-removed', null],
      [3, 'row-added', 'UserKey'],
    ]);
  });

  test('a cell too many or too few', () => {
    expect(refusals('invalid', (lines) => lines[1]!.push(''))).toEqual([
      [2, 'cell-count-differs', null],
    ]);
    expect(refusals('all', (lines) => lines[3]!.pop())).toEqual([[4, 'cell-count-differs', null]]);
  });

  test('a changed read-only cell, told apart from a value that no file has', () => {
    const change = edited(
      [1, 1, 'eve'],
      [2, 3, 'bo@x.example'],
      [3, 2, 'INV'],
      [3, 6, 'USER'],
      [4, 2, 'BAD'],
      [5, 6, 'ADMIN'],
    );
    expect(refusals('all', change)).toEqual([
      [2, 'read-only-changed', 'UserName'],
      [3, 'read-only-changed', 'OldEmail'],
      [4, 'read-only-changed', 'ErrorType'],
      [4, 'read-only-changed', 'AccountType'],
      [5, 'error-type-wrong', 'ErrorType'],
      [6, 'account-type-wrong', 'AccountType'],
    ]);
    const empty = edited([1, 2, '']);
    expect(refusals('invalid', empty)).toEqual([[2, 'error-type-wrong', 'Type']]);
  });

  test('a tombstone that is neither true nor false', () => {
    const change = edited([1, 5, 'yes'], [2, 5, '']);
    expect(refusals('invalid', change)).toEqual([
      [2, 'tombstone-wrong', 'Tombstone'],
      [3, 'tombstone-wrong', 'Tombstone'],
    ]);
  });

  test('a new address that is none, or that somebody outside the file has', () => {
    const change = edited([1, 4, 'ada@atl'], [2, 4, 'Ed@x.example']);
    expect(reading('invalid', change)).toMatchObject({
      error: [
        { line: 2, code: 'new-email-invalid', facts: { reason: 'domain-without-dot' } },
        { line: 3, code: 'new-email-taken', facts: { owner: 'JIRAUSER10108' } },
      ],
    });
  });

  test('a row too few, a row too many or a changed cell is always refused', () => {
    const edits = fc.constantFrom('remove' as const, 'add' as const, 'change' as const);
    fc.assert(
      fc.property(
        anyServer,
        fc.constantFrom(...FILES),
        edits,
        fc.nat(),
        (world, file, edit, pick) => {
          const assessment = assess(peopleOf(world.users, world.directories));
          const records = recordsOf(file, assessment);
          fc.pre(records.length > 1);
          const at = 1 + (pick % (records.length - 1));
          const chosen = records[at]!;
          const column = [1, 2, 3][pick % 3]!;
          if (edit === 'remove') records.splice(at, 1);
          if (edit === 'add') records.push({ ...chosen, line: records.length + 1 });
          if (edit === 'change') {
            records[at] = { ...chosen, cells: chosen.cells.with(column, 'something else') };
          }
          const read = readFixFile(file, assessment, records);
          expect(read.ok).toBe(false);
          if (!read.ok && edit === 'change') expect(read.error[0]?.line).toBe(chosen.line);
        },
      ),
    );
  });
});
