/* Why a file was refused, one sentence for each thing that is wrong with it. */
import { countOf } from '#src/ui/count.ts';
import { faultText } from './assessment-words.ts';

/** A refusal as the problem's facts carry it. */
export type RefusedRow = {
  /** Null where no line of the file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

const ROWS = { one: 'row', other: 'rows' };

type Words = (facts: RefusedRow['facts']) => string;

const named = (text: string | number | undefined) =>
  text === undefined || text === '' ? 'nothing' : `“${text}”`;

const notAllowed =
  (allowed: string): Words =>
  ({ found }) =>
    `${allowed} is expected, and ${named(found)} stands there.`;

const REFUSALS: Readonly<Record<string, Words>> = {
  'headings-differ': ({ expected, found }) =>
    `The columns must be ${String(expected)}, in this order. The file begins with ${named(found)}.`,
  'row-count-differs': ({ expected, found }) =>
    `The file has ${countOf(Number(found), ROWS)} where ${expected} ${expected === 1 ? 'is' : 'are'} expected. Rows may not be added or removed.`,
  'row-added': ({ userKey }) =>
    `${named(userKey)} was not in the file that was handed out. Rows may not be added.`,
  'row-repeated': ({ userKey, line }) => `${named(userKey)} stands on line ${line} already.`,
  'row-removed': ({ userKey }) =>
    `The row of ${named(userKey)} is missing. Rows may not be removed.`,
  'cell-count-differs': ({ expected, found }) =>
    `The row has ${found} cells where ${expected} are expected.`,
  'read-only-changed': ({ expected, found }) =>
    `Only NewEmail and Tombstone may be changed. Here ${named(expected)} became ${named(found)}.`,
  'error-type-wrong': notAllowed('INV, DUP, or for all users nothing'),
  'account-type-wrong': notAllowed('USER or CUSTOMER'),
  'tombstone-wrong': notAllowed('TRUE or FALSE'),
  'new-email-invalid': ({ found, reason }) =>
    found === ''
      ? 'The new address is missing.'
      : `${named(found)} is no usable address. ${faultText(String(reason))}.`,
  'new-email-taken': ({ found, owner, line }) =>
    `${named(found)} is the address of ${named(owner)}${line === undefined ? '' : ` on line ${line}`} already.`,
};

/** One refusal as a sentence. */
export function refusalText({ code, facts }: RefusedRow): string {
  return REFUSALS[code]?.(facts) ?? 'The row does not fit the file that was handed out.';
}
