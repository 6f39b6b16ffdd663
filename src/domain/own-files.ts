/*
 * Heading lines of the files that Drydock writes with a guard against spreadsheets and that its own
 * importer may get back. The whole line tells them from everybody else's files, whose cells are
 * never changed when they are loaded.
 */
import { CUSTOMER_EXPORT_HEADINGS } from './customer-export.ts';

/** RequiresAttention.csv: `Problem` and `Next step` are the product's own (S0). */
export const ATTENTION_HEADINGS: readonly string[] = [
  'Email',
  'Display name',
  'Account type on source',
  'Account type on destination',
  'Account type after copying',
  'Problem',
  'Next step',
];

/** Customers.csv of a run's reports. */
export const COPIED_CUSTOMERS_HEADINGS: readonly string[] = [
  'Email',
  'Display name',
  'Account type on source',
  'Account type on destination',
  'Account type after copying',
  'Outcome',
  'Requests arriving',
  'Could open before',
  'Can open after',
];

const OWN = [CUSTOMER_EXPORT_HEADINGS, ATTENTION_HEADINGS, COPIED_CUSTOMERS_HEADINGS];

/** Whether a heading line is that of one of Drydock's own files; spreadsheets leave it as it is. */
export function isOwnFile(headings: readonly string[]): boolean {
  return OWN.some(
    (own) =>
      headings.length === own.length && own.every((name, at) => headings[at]?.trim() === name),
  );
}
