/* Facts of a change in words: names as a reader would write them, values as a screen shows them. */
import { count } from './count.ts';
import { formatInstant } from './instant.tsx';
import { labels } from './labels.ts';

type Value = string | number | boolean | null;

/** Names that do not follow from their code; the others do: `requestsMoved` is "Requests moved". */
const NAMES: Readonly<Record<string, string>> = {
  email: 'E-mail',
  emailVerified: 'E-mail verified',
  accountId: 'Atlassian account',
  jobId: 'Job',
  planId: 'Plan',
  flow: 'Migration card',
  isDefault: 'Default group',
  isMember: 'Member of the group',
  licencesAdded: 'Licences added',
  invalid: 'Invalid addresses',
  duplicated: 'Duplicated addresses',
  passwordSetAt: 'Password set',
  simulatedAt: 'Simulated time',
  by: 'Through',
};

const VALUES: Readonly<Record<string, string>> = {
  'in-advance': labels.migrateInAdvance,
  'with-data': labels.migrateYourData,
  product: labels.productAccess,
  admin: labels.adminAccess,
  agent: labels.agentRole,
  'portal-only': labels.portalOnly,
  atlassian: labels.atlassianAccount,
  'former-user': labels.formerUser,
};

/** Names whose values are codes of the domain; every other text was typed by somebody or is an id. */
const CODED: ReadonlySet<string> = new Set([
  'access',
  'accountType',
  'by',
  'customers',
  'duplicated',
  'failure',
  'file',
  'flow',
  'invalid',
  'level',
  'outcome',
  'persona',
  'portalLogin',
  'reason',
  'review',
  'role',
  'state',
  'status',
  'step',
  'users',
]);

/** "Requests moved" */
export function factName(name: string): string {
  const known = NAMES[name];
  if (known !== undefined) return known;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** "Yes", "12,480", "Mar 2, 2026, 9:00 AM UTC", "Revoked" */
export function factValue(name: string, value: Value | undefined): string {
  if (value === undefined || value === null || value === '') return 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    // Simulated milliseconds per wall millisecond; standing still is no number to a reader.
    if (name === 'speed') return value === 0 ? 'Paused' : `${count(value)} times real time`;
    return name.endsWith('At') ? formatInstant(value, 'date-time') : signed(value);
  }
  if (!CODED.has(name)) return value;
  const known = VALUES[value];
  if (known !== undefined) return known;
  const words = value.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function signed(value: number): string {
  return value < 0 ? `−${count(-value)}` : count(value);
}
