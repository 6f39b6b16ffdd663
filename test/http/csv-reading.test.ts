import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '#src/server/csv/read-report.ts';
import { readUploadedFile } from '#src/server/csv/read-uploaded-file.ts';
import { writeCsv } from '#src/server/csv/write-csv.ts';
import { printableText } from '#test/support/any-text.ts';
import { utf8 } from '#test/support/exports.ts';

const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with mark': (text) => utf8(`\uFEFF${text}`),
  'UTF-16 LE': (text) => utf16(`\uFEFF${text}`, true),
  'UTF-16 BE': (text) => utf16(`\uFEFF${text}`, false),
  'UTF-16 LE without mark': (text) => utf16(text, true),
  'UTF-16 BE without mark': (text) => utf16(text, false),
  'Windows-1252': (text) =>
    Uint8Array.from(text, (letter) => WINDOWS[letter] ?? letter.charCodeAt(0)),
};
const WINDOWS: Readonly<Record<string, number>> = { '€': 0x80, Š: 0x8a, '’': 0x92 };

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

function cellsOf(bytes: Uint8Array): (readonly string[])[] {
  return readUploadedFile(bytes, 'people.csv').records.map(({ cells }) => cells);
}

describe('every encoding with every delimiter and line end', () => {
  const cases = Object.keys(ENCODERS).flatMap((encoding) =>
    [',', ';', '\t'].flatMap((delimiter) =>
      ['\n', '\r\n', '\r'].map((newline) => ({ encoding, delimiter, newline })),
    ),
  );

  test.each(cases)('%j', ({ encoding, delimiter, newline }) => {
    const rows = [
      ['username', 'full_name', 'email'],
      ['qm:1:2', 'Jürgen Weiß', 'juergen@harbor.example'],
      ['qm:1:3', 'Åsa O’Neill €', 'asa@harbor.example'],
    ];
    const text = rows.map((cells) => cells.join(delimiter)).join(newline);
    const file = readUploadedFile(ENCODERS[encoding]!(text), 'people.csv');
    expect(file).toMatchObject({
      encoding: encoding.replace(' without mark', ''),
      delimiter,
      fault: null,
    });
    expect(file.records.map(({ cells }) => cells)).toEqual(rows);
    expect(file.records.map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

describe('lines are those that an editor shows', () => {
  test('line breaks inside quotes count, blank lines too', () => {
    const text = 'email,name\r\n\r\na@x.example,"Ada\r\nLovelace"\r\n,\r\nb@x.example,Bob\r\n';
    const { records } = readUploadedFile(utf8(text), 'people.csv');
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'email', 'name'],
      [3, 'a@x.example', 'Ada\nLovelace'],
      [6, 'b@x.example', 'Bob'],
    ]);
  });

  test('a line that names the delimiter counts and is no heading', () => {
    const { records, delimiter } = readUploadedFile(
      utf8('sep=;\r\nemail;name\r\na@x;Ada, B\r\n'),
      '',
    );
    expect(delimiter).toBe(';');
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, 'email', 'name'],
      [3, 'a@x', 'Ada, B'],
    ]);
  });

  test('line ends of two kinds in one file are both line ends', () => {
    expect(cellsOf(utf8('email,name\r\na@x,Ada\nb@x,Bob\r\n'))).toEqual([
      ['email', 'name'],
      ['a@x', 'Ada'],
      ['b@x', 'Bob'],
    ]);
  });

  test('a quoted heading line of two lines does not shift the rows', () => {
    const { records } = readUploadedFile(utf8('"e-\nmail",name\na@x,Ada\n'), '');
    expect(records.map(({ line }) => line)).toEqual([1, 3]);
  });
});

describe('quotes that do not pair keep the raw text', () => {
  test('one that is never closed takes the rest of the file', () => {
    const { records } = readUploadedFile(utf8('email,name\na@x,"Ada\nb@x,Bob\n'), '');
    expect(records[1]).toEqual({
      line: 2,
      lines: 2,
      cells: ['a@x,"Ada\nb@x,Bob'],
      quotes: 'never-closed',
    });
  });

  test('one inside a quoted cell takes its row', () => {
    const { records } = readUploadedFile(utf8('email,name\na@x,"Ada "A" L"\nb@x,Bob\n'), '');
    expect(records.slice(1)).toEqual([
      { line: 2, lines: 1, cells: ['a@x,"Ada "A" L"'], quotes: 'misplaced' },
      { line: 3, lines: 1, cells: ['b@x', 'Bob'], quotes: 'sound' },
    ]);
  });
});

describe('what is no text', () => {
  test.each([
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0)],
    ['controls', Uint8Array.from({ length: 400 }, (_, index) => index % 20)],
  ])('%s is refused as a whole', (_, bytes) => {
    expect(readUploadedFile(bytes, 'x').fault).toBe('not-text');
  });

  test.each(['', '   \r\n\r\n', '\uFEFF'])('%j is empty', (text) => {
    expect(readUploadedFile(utf8(text), 'x').fault).toBe('empty');
  });
});

test('a few damaged characters do not garble the names around them', () => {
  const bytes = utf8('email,name\na@x,Zoë Ångström Çağla\nb@x,Søren ?\n');
  bytes[bytes.length - 2] = 0xff;
  expect(cellsOf(bytes)).toEqual([
    ['email', 'name'],
    ['a@x', 'Zoë Ångström Çağla'],
    ['b@x', 'Søren \uFFFD'],
  ]);
});

describe('our own reports', () => {
  const cell = fc.oneof(
    printableText(),
    fc.constantFrom('=1+1', "'=1", '@x', 'a,b', 'a;b', '"', '\t', '＝1', '  x ', ''),
  );

  test('a guarded cell comes back unchanged, and unguarded files are told apart by request', () => {
    const text = new TextDecoder().decode(
      writeCsv(['Name'], [['=HYPERLINK("x")']], { guard: false }),
    );
    expect(text).toBe('Name\r\n"=HYPERLINK(""x"")"\r\n');
    const guarded = writeCsv(['Name'], [['=HYPERLINK("x")']], { guard: true });
    expect(new TextDecoder().decode(guarded)).toBe('Name\r\n"\'=HYPERLINK(""x"")"\r\n');
    const report = readReport(guarded);
    expect(report.ok && report.value.rows[0]?.cells).toEqual(['=HYPERLINK("x")']);
  });

  test('any cells come back, with line ends inside them as line feeds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        fc.pre(rows.every((cells) => cells.some((text) => text.trim() !== '')));
        const report = readReport(writeCsv(['A', 'B', 'C'], rows, { guard: true }));
        const expected = rows.map((cells) => cells.map((text) => text.replace(/\r\n?/g, '\n')));
        expect(report.ok && report.value.rows.map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });
});
