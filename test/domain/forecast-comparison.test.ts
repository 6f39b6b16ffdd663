/* Forecast against reality (issue 4, Build 11): hit, missed, invented, and another problem. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyFlows } from '#src/domain/copy-flow.ts';
import type { Attention } from '#src/domain/copy-table.ts';
import { emailKey } from '#src/domain/email-key.ts';
import {
  compareWithForecast,
  type ForecastRow,
  type ReportedRow,
} from '#src/domain/forecast-comparison.ts';

/** `ada!` waits for a group, `ada=` is a duplicate, `ada?` has a problem in unknown words. */
const PROBLEMS: Readonly<Record<string, Attention | null>> = {
  '!': 'review-group',
  '=': 'upgrade-portal-only',
  '?': null,
};

function forecastOf(text: string): ForecastRow[] {
  return wordsOf(text).map(([email, sign]) => ({
    emailKey: emailKey(email),
    email,
    name: `Forecast ${email}`,
    problem: PROBLEMS[sign]!,
  }));
}

function fileOf(text: string): ReportedRow[] {
  return wordsOf(text).map(([email, sign], at) => ({
    line: at + 2,
    email,
    name: '',
    problem: PROBLEMS[sign]!,
    words: sign === '?' ? 'Something else' : 'known',
  }));
}

function wordsOf(text: string): [string, string][] {
  const words = text.split(' ').filter((word) => word !== '');
  return words.map((word) => [
    word.length === 1 ? '' : `${word.slice(0, -1)}@x.example`,
    word.slice(-1),
  ]);
}

test.each([
  // forecast, file, what came of it
  ['', '', ''],
  ['ada! bob=', 'bob= ada!', 'hit bob, hit ada'],
  ['ada!', 'ADA!', 'hit ADA'],
  ['ada!', 'ada=', 'differs ada'],
  ['ada!', 'ada?', 'differs ada'],
  ['ada!', 'bob!', 'missed bob, invented ada'],
  ['', 'ada?', 'missed ada'],
  ['ada= ada!', 'ada=', 'hit ada, invented ada'],
  ['ada=', 'ada! ada=', 'missed ada, hit ada'],
  ['ada= ada!', 'ada? ada!', 'differs ada, hit ada'],
  ['ada!', 'ada? ada!', 'missed ada, hit ada'],
])('forecast “%s” beside the file “%s”: %s', (forecast, file, expected) => {
  const { rows } = compareWithForecast(forecastOf(forecast), fileOf(file));
  const said = rows.map(({ verdict, email }) => `${verdict} ${email.split('@')[0]}`);
  expect(said.join(', ')).toBe(expected);
});

test('a row of the file is counted once, and one without an address not at all', () => {
  const { rows, repeated, withoutEmail } = compareWithForecast(
    forecastOf('ada!'),
    fileOf('ada! Ada! ! ?'),
  );
  expect(rows.map(({ verdict }) => verdict)).toEqual(['hit']);
  expect({ repeated, withoutEmail }).toEqual({ repeated: 1, withoutEmail: 2 });
});

test('a row shows the name of the file, or else that of the forecast', () => {
  const plain = fileOf('ada!');
  const named = plain.map((row) => ({ ...row, name: 'Ada L.' }));
  const shown = [named, plain].map((file) => compareWithForecast(forecastOf('ada!'), file).rows);
  expect(shown.map(([row]) => row?.name)).toEqual(['Ada L.', 'Forecast ada@x.example']);
});

const key = fc.constantFrom('ada', 'bob', 'cyd', 'dan');
const forecast = fc
  .uniqueArray(fc.tuple(key, fc.constantFrom('!', '=')), { selector: (pair) => pair.join('') })
  .map((pairs) => forecastOf(pairs.map((pair) => pair.join('')).join(' ')));
const file = fc
  .array(fc.tuple(key, fc.constantFrom('!', '=', '?')))
  .map((pairs) => fileOf(pairs.map((pair) => pair.join('')).join(' ')));

test('every row of either side is in exactly one result, however the two differ', () => {
  fc.assert(
    fc.property(forecast, file, (forecasts, reported) => {
      const { counts, repeated, rows } = compareWithForecast(forecasts, reported);
      const { hit, differs, missed, invented } = counts;
      expect(hit + differs + invented).toBe(forecasts.length);
      expect(hit + differs + missed + repeated).toBe(reported.length);
      expect(rows).toHaveLength(hit + differs + missed + invented);
      // An independent count of the hits: what both sides have, each once.
      const wanted = new Set(forecasts.map((row) => `${row.emailKey} ${row.problem}`));
      const found = new Set(reported.map((row) => `${row.email} ${row.problem}`));
      expect(hit).toBe([...found].filter((row) => wanted.has(row)).length);
    }),
  );
});

test('a file that says what was forecast is hit row by row, in any order', () => {
  fc.assert(
    fc.property(forecast, fc.infiniteStream(fc.nat()), (forecasts, order) => {
      const shuffled = forecasts
        .map((row) => ({ row, at: order.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ row }, at): ReportedRow => ({ ...row, line: at + 2, words: '' }));
      const { counts } = compareWithForecast(forecasts, shuffled);
      expect(counts).toEqual({ hit: forecasts.length, differs: 0, missed: 0, invented: 0 });
    }),
  );
});

test('a flow counts every customer once, whatever the order', () => {
  const way = fc.record({
    sourceHolding: fc.constantFrom('portal-only' as const, 'atlassian' as const),
    action: fc.constantFrom('link' as const, 'group' as const),
    afterHolding: fc.constantFrom('portal-only' as const, 'both' as const),
  });
  fc.assert(
    fc.property(fc.array(way), (outcomes) => {
      const flows = copyFlows(outcomes);
      expect(flows.reduce((sum, { count }) => sum + count, 0)).toBe(outcomes.length);
      for (const { count, ...of } of flows) {
        const same = outcomes.filter((each) => JSON.stringify(each) === JSON.stringify(of));
        expect(count).toBe(same.length);
      }
      expect(copyFlows(outcomes.toReversed())).toEqual(flows);
    }),
  );
});
