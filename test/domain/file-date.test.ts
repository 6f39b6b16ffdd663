import { describe, expect, test } from 'vitest';
import { readFileDate } from '#src/domain/file-date.ts';

describe('dates of the exports (atlassian-api.md section 6)', () => {
  test.each([
    ['19 Nov 2021', '2021-11-19T00:00:00.000Z'],
    ['05 Dec 2024', '2024-12-05T00:00:00.000Z'],
    ['3 Jan 2024', '2024-01-03T00:00:00.000Z'],
    ['14 Dec 2012 15:31:57', '2012-12-14T15:31:57.000Z'],
    ['29 February 2024', '2024-02-29T00:00:00.000Z'],
    ['19-Nov-21', '2021-11-19T00:00:00.000Z'],
    ['2021-11-19', '2021-11-19T00:00:00.000Z'],
    ['2021-11-19 08:30', '2021-11-19T08:30:00.000Z'],
    ['2021-11-19T08:30:00.123Z', '2021-11-19T08:30:00.123Z'],
    ['2021-11-19T08:30:00.5Z', '2021-11-19T08:30:00.500Z'],
    ['2021-11-19T08:30:00.1234567Z', '2021-11-19T08:30:00.123Z'],
    ['2021-11-19T08:30:00+0200', '2021-11-19T06:30:00.000Z'],
  ])('%s is %s', (cell, iso) => {
    expect(readFileDate(cell)).toEqual({ type: 'at', at: Date.parse(iso) });
  });

  test.each(['Never accessed', 'Never Accessed', 'never'])('%s is never', (cell) => {
    expect(readFileDate(cell)).toEqual({ type: 'never' });
  });

  test('an empty cell says nothing', () => {
    expect(readFileDate('  ')).toEqual({ type: 'empty' });
  });

  test.each([
    '31 Feb 2021',
    '19 Nov',
    '03/04/2021',
    '2021-13-01',
    'yesterday',
    '1 Foo 2021',
    '44519',
  ])('%s is unreadable', (cell) => {
    expect(readFileDate(cell)).toEqual({ type: 'unreadable' });
  });
});
