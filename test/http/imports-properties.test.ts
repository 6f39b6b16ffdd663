/* Whatever is dropped, nothing is lost and nothing is counted twice. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateImport } from '#src/domain/import-evaluation.ts';
import { stageFile } from '#src/domain/import-file.ts';
import type { ImportState } from '#src/domain/import-state.ts';
import { readUploadedFile } from '#src/server/csv/read-uploaded-file.ts';
import { refusedFile } from '#src/server/csv/refused-file.ts';
import { writeCsv } from '#src/server/csv/write-csv.ts';
import { anyText, printableText } from '#test/support/any-text.ts';
import { dropFiles, rowsOf, utf8, write } from '#test/support/exports.ts';
import { openWorld } from '#test/support/world.ts';

const EMPTY_SITE: ImportState = {
  siteName: 'harbor',
  customers: new Map(),
  customersById: new Map(),
  isCustomerIdTaken: () => false,
  accounts: new Map(),
  accountsById: new Map(),
  directoryUsers: new Map(),
  siteAccess: new Map(),
  groupNames: new Map(),
};

const PIECES: readonly string[] = [
  'username,full_name,email,active,last_login\n',
  'User id,User name,email,User status\r\n',
  'sep=;\n',
  '\uFEFF',
  'ada@mail.example',
  'ADA@MAIL.example',
  'qm:1:1',
  '19 Nov 2021',
  '\r\n',
  ...'",;\t\n\r\0ü ',
];
const piece = fc.constantFrom(...PIECES);
const heading = fc.constantFrom(
  'username,full_name,email,active,last_login\n',
  'group_name;username;email\r\n',
  '',
);
const pieces = fc.array(fc.oneof(piece, anyText()), { maxLength: 60 });
const text = fc.tuple(heading, pieces).map(([first, rest]) => first + rest.join(''));
const bytes = fc.oneof(
  text.map(utf8),
  text.map((given) => Uint8Array.from(given, (letter) => letter.charCodeAt(0))),
  text.map((given) => new Uint8Array(Uint16Array.from(given, (unit) => unit.charCodeAt(0)).buffer)),
  fc.uint8Array({ maxLength: 400 }),
);

test('whatever bytes are dropped, each row comes to exactly one outcome', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const parsed = readUploadedFile(given, 'dropped');
      const place = { importId: 'import_1', number: 1, siteName: 'harbor' } as const;
      const { file, rows } = stageFile(parsed, place);
      const evaluated = evaluateImport([{ file, rows }], EMPTY_SITE);
      expect(evaluated.rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
      const isUsable = file.fault === null;
      const headings = file.headings.length > 0 && rows.length < parsed.records.length ? 1 : 0;
      expect(rows.length).toBe(isUsable ? parsed.records.length - headings : 0);
      const refused = evaluated.rows.filter(({ outcome }) => outcome === 'refused');
      if (file.format !== null) {
        for (const { findings } of refused) {
          expect(findings.some(({ severity }) => severity === 'problem')).toBe(true);
        }
      }
      expect(evaluated.changes.length).toBeLessThanOrEqual(rows.length - refused.length);
    }),
    { numRuns: 500 },
  );
});

test('refused rows come back from their download as they were', () => {
  const cell = fc.oneof(
    printableText(),
    fc.constantFrom(
      '=1+1',
      "'=1",
      '"',
      '',
      ' x ',
      'a;b',
      'a,b',
      'one\ntwo',
      'qm:1:1',
      'a@x.example',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      (rows) => {
        const headings = ['username', 'full_name', 'email', 'active', 'last_login'];
        const place = { importId: 'import_1', number: 1, siteName: 'harbor' } as const;
        const dropped = readUploadedFile(writeCsv(headings, rows, { guard: false }), 'dropped');
        const { file, rows: staged } = stageFile(dropped, place);
        fc.pre(file.format !== null);
        const evaluated = evaluateImport([{ file, rows: staged }], EMPTY_SITE);
        const refused = evaluated.rows.filter(({ outcome }) => outcome === 'refused');
        const download = readUploadedFile(refusedFile(file, evaluated.rows), 'refused');
        const [, ...again] = download.records.map(({ cells }) => cells);
        expect(again).toEqual(refused.map(({ cells }) => cells));
      },
    ),
  );
});

const local = fc.constantFrom('ada', 'ADA', 'a.da', 'bob', 'cy', 'dee+x', '', 'no mail');
const email = local.map((name) => (name === '' ? '' : `${name}@mail.example`));
const userLine = fc
  .tuple(
    fc.constantFrom('712020:a', '712020:b', '712020:c', '', 'odd'),
    fc.constantFrom('Ada', 'Bob', ''),
    email,
    fc.constantFrom('Active', 'Suspended', 'Deactivated', '', 'odd'),
    fc.constantFrom('Customer', 'User (agent)', '', 'odd'),
    fc.constantFrom('', 'staff', '"staff,night"'),
  )
  .map((cells) => cells.join(','))
  // A row of nothing but separators is no row.
  .filter((line) => !/^,*$/.test(line));
const customerLine = fc
  .tuple(
    fc.constantFrom('qm:1:a', 'qm:1:b', 'qm:1:c', ''),
    fc.constantFrom('Ada', 'Bob', ''),
    email,
    fc.constantFrom('Yes', 'No', '', 'odd'),
    fc.constantFrom('19 Nov 2021', 'Never accessed', '', 'odd'),
  )
  .map((cells) => cells.join(','))
  // A row of nothing but separators is no row.
  .filter((line) => !/^,*$/.test(line));

function csv(first: string, lines: readonly string[]): Uint8Array {
  return utf8([first, ...lines].join('\n'));
}

test('a second load of the same files changes nothing, whatever the first one met', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.array(userLine, { maxLength: 6 }), fc.array(customerLine, { maxLength: 6 })),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      async (loads) => {
        const world = await openWorld('blank');
        for (const [index, [accounts, customers]] of loads.entries()) {
          const siteId = index === 1 ? 'site_harbor-support' : 'site_harbor';
          const files = {
            'users.csv': csv(
              'User id,User name,email,User status,Jira Service Management - harbor,Group name',
              accounts,
            ),
            'customers.csv': csv('username,full_name,email,active,last_login', customers),
          };
          const first = await dropFiles(world, siteId, files);
          expect((await rowsOf(world, first)).length).toBe(accounts.length + customers.length);
          if (first.counts.new + first.counts.updated > 0) await write(world, first);
          const again = await dropFiles(world, siteId, files);
          expect(again.counts).toEqual({
            new: 0,
            updated: 0,
            unchanged: first.counts.new + first.counts.updated + first.counts.unchanged,
            refused: first.counts.refused,
          });
        }
        world.store.close();
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
