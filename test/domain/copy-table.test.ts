import { expect, test } from 'vitest';
import {
  COPY_TABLE,
  holdingOf,
  sourceHoldingOf,
  type Holding,
  type SourceHolding,
} from '#src/domain/copy-table.ts';

/** The table of the design, section 2, written down once more by hand from S0 and S2. */
const EXPECTED: [SourceHolding, Holding, Holding, string][] = [
  ['portal-only', 'nobody', 'portal-only', ''],
  ['portal-only', 'portal-only', 'portal-only', ''],
  ['portal-only', 'atlassian', 'atlassian', 'review-group'],
  ['atlassian', 'nobody', 'atlassian', ''],
  ['atlassian', 'portal-only', 'both', 'upgrade-portal-only'],
  ['atlassian', 'atlassian', 'atlassian', ''],
  ['portal-only', 'both', 'both', 'review-group upgrade-portal-only'],
  ['atlassian', 'both', 'both', 'upgrade-portal-only'],
  ['deleted', 'nobody', 'nobody', ''],
  ['deleted', 'portal-only', 'portal-only', ''],
  ['deleted', 'atlassian', 'atlassian', ''],
  ['deleted', 'both', 'both', ''],
];

test('the expected table names every cell once', () => {
  const cells = EXPECTED.map(([source, destination]) => `${source} ${destination}`);
  const all = Object.entries(COPY_TABLE).flatMap(([source, row]) =>
    Object.keys(row).map((destination) => `${source} ${destination}`),
  );
  expect(cells.toSorted()).toEqual(all.toSorted());
});

test.each(EXPECTED)(
  '%s meets %s: %s afterwards, requiring %s (S0; S2)',
  (source, destination, after, attention) => {
    const rule = COPY_TABLE[source][destination];
    expect({ after: rule.after, attention: [...rule.attention].toSorted().join(' ') }).toEqual({
      after,
      attention,
    });
  },
);

test('a source address with both account types is classified as its Atlassian account', () => {
  expect(sourceHoldingOf(holdingOf(true, true) as 'both')).toBe('atlassian');
});
