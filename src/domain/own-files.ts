/*
 * Heading lines of the files that Drydock writes with a guard against spreadsheets and that its own
 * importer may get back. The whole line tells them from everybody else's files, whose cells are
 * never changed when they are loaded.
 */
import { fixHeadings } from './assessment-file.ts';
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

/**
 * UsersAndGroups.csv of a run's reports, a row for each member of an imported group. The first four
 * headings are those of a user export by group, so that it is recognised when it is loaded.
 */
export const COPIED_GROUPS_HEADINGS: readonly string[] = [
  'group_name',
  'username',
  'full_name',
  'email',
  'Requested role',
  'Review',
  'Requested admin access',
  'Admin access review',
];

/** CustomerOrganizations.csv, Projects.csv and Summary.csv of a run's reports. */
export const COPIED_PLACES_HEADINGS = {
  organizations: ['Name', 'Members', 'Service projects'],
  projects: ['Key', 'Name', 'Requests copied'],
  summary: ['Figure', 'Value'],
} as const;

const OWN = [
  CUSTOMER_EXPORT_HEADINGS,
  ATTENTION_HEADINGS,
  COPIED_CUSTOMERS_HEADINGS,
  COPIED_GROUPS_HEADINGS,
  // The product's own (F7), and the assessment's file goes out with a guard.
  fixHeadings('all'),
];

/** Whether a heading line is that of one of Drydock's own files; spreadsheets leave it as it is. */
export function isOwnFile(headings: readonly string[]): boolean {
  return OWN.some((own) => isHeadingLine(own, headings));
}

/** Whether a heading line is that of a run's report that holds nobody, so that there is nothing to load. */
export function isOwnFileWithoutPeople(headings: readonly string[]): boolean {
  return Object.values(COPIED_PLACES_HEADINGS).some((own) => isHeadingLine(own, headings));
}

function isHeadingLine(own: readonly string[], headings: readonly string[]): boolean {
  return headings.length === own.length && own.every((name, at) => headings[at]?.trim() === name);
}
