/* What the fixes of a server come to: how many arrive, and how many do not. */
import type { FixedPerson } from './server-fixes.ts';

/** Assessed people by what becomes of them; `gone` counts those who were former customers before. */
export type FixTotals = {
  /** Accounts that arrive: `licensed` and `customers` are its parts. */
  readonly arrive: number;
  readonly licensed: number;
  readonly customers: number;
  /** Of those that arrive, with another address than on the server. */
  readonly newAddresses: number;
  /** Users whose content comes along in somebody else's account. */
  readonly merged: number;
  /** Arrive as Former user by a fix. */
  readonly former: number;
  /** Their problem is not fixed: it blocks the migration. */
  readonly blocked: number;
  readonly gone: number;
};

/** Counts everybody once: `arrive`, `merged`, `former`, `blocked` and `gone` add up to all. */
export function fixTotals(fixed: readonly FixedPerson[]): FixTotals {
  const count = (isCounted: (person: FixedPerson) => boolean) => fixed.filter(isCounted).length;
  const licensed = count(({ outcome }) => outcome.kind === 'arrives' && outcome.row === 'licensed');
  const customers = count(
    ({ outcome }) => outcome.kind === 'arrives' && outcome.row === 'customer',
  );
  return {
    arrive: licensed + customers,
    licensed,
    customers,
    newAddresses: count(
      ({ person, outcome }) => outcome.kind === 'arrives' && outcome.emailKey !== person.emailKey,
    ),
    merged: count(({ outcome }) => outcome.kind === 'merged'),
    former: count(({ outcome }) => outcome.kind === 'former' && outcome.why === 'fix'),
    blocked: count(({ outcome }) => outcome.kind === 'blocked'),
    gone: count(({ outcome }) => outcome.kind === 'former' && outcome.why !== 'fix'),
  };
}
