import type { Newcomer } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';

const NOUNS: readonly (readonly [
  Newcomer['outcome'],
  { readonly one: string; readonly other: string },
])[] = [
  ['portal-only', { one: 'new portal-only account', other: 'new portal-only accounts' }],
  ['atlassian', { one: 'Atlassian account', other: 'Atlassian accounts' }],
  ['existing', { one: 'that had an account', other: 'that had an account' }],
  ['refused', { one: 'refused', other: 'refused' }],
];

/** "2 new portal-only accounts, 1 refused" */
export function outcomesText(newcomers: readonly Newcomer[]): string {
  return listOf(
    NOUNS.flatMap(([outcome, noun]) => {
      const number = newcomers.filter((newcomer) => newcomer.outcome === outcome).length;
      return number === 0 ? [] : [countOf(number, noun)];
    }),
  );
}
