/* Whom to tell what after a run (S2, "Notify customers": customers get no e-mail). */
import { describe, expect, test } from 'vitest';
import { mailingGroup, mailingSteps, type MailingFacts } from '#src/domain/mailing.ts';
import { mailingCsv } from '#src/server/reports/mailing-file.ts';

const IN: MailingFacts['logIn'] = { method: 'atlassian', outcome: 'in', because: null };
const PORTAL: MailingFacts['logIn'] = { ...IN, method: 'portal-password' };
const FACTS: MailingFacts = {
  action: 'link',
  logIn: IN,
  holdsBoth: false,
  isMigrated: false,
  waitsForApproval: false,
  needsPassword: false,
};
const noRole = { method: 'atlassian', outcome: 'refused', because: 'no-role' } as const;

const TABLE: readonly [string, Partial<MailingFacts>, string, readonly string[]][] = [
  [
    'created',
    { action: 'create', logIn: PORTAL, needsPassword: true },
    'new-account',
    ['set-password'],
  ],
  ['created, and has a password', { action: 'create', logIn: PORTAL }, 'new-account', []],
  ['linked', {}, 'already-known', []],
  ['left out', { action: 'left-out' }, 'already-known', []],
  ['migrated since', { action: 'duplicate', isMigrated: true }, 'upgraded', []],
  [
    'waits in the imported group (S0)',
    { action: 'group', logIn: noRole, waitsForApproval: true },
    'wait-for-approval',
    ['wait-for-approval'],
  ],
  ['has no role and waits for nothing', { logIn: noRole }, 'cannot-log-in', ['ask-for-access']],
  [
    'holds both and sees no earlier requests (S0)',
    { action: 'duplicate', holdsBoth: true },
    'two-accounts',
    ['wait-for-migration'],
  ],
  [
    'must verify the address first (S1)',
    { logIn: { method: 'atlassian', outcome: 'verify-email', because: 'unverified-email' } },
    'verify-email',
    ['verify-email'],
  ],
  [
    'is sent back and forth (domain.md 4.2)',
    {
      logIn: { method: 'atlassian', outcome: 'login-loop', because: 'suspended' },
      holdsBoth: true,
    },
    'cannot-log-in',
    ['ask-for-access', 'wait-for-migration'],
  ],
  [
    'is being migrated',
    { logIn: { method: 'portal-password', outcome: 'refused', because: 'migrating' } },
    'cannot-log-in',
    ['wait-for-migration'],
  ],
  ['was deleted on the source', { action: 'former-user' }, 'nobody', []],
  ['was not reached by the run', { action: 'not-copied', logIn: noRole }, 'nobody', []],
];

describe('a customer who', () => {
  test.each(TABLE)('%s', (_, facts, group, steps) => {
    expect(mailingGroup({ ...FACTS, ...facts })).toBe(group);
    expect(mailingSteps({ ...FACTS, ...facts })).toEqual(steps);
  });
});

test('the file says it in words, and no spreadsheet runs a name in it', () => {
  const row = {
    email: 'a@mail.example',
    name: '=HYPERLINK("x")',
    action: 'create',
    logIn: PORTAL,
    group: 'new-account',
    steps: ['set-password'],
  } as const;
  const text = (raw: boolean) => new TextDecoder().decode(mailingCsv([row], raw));
  expect(text(false)).toBe(
    'Email,Display name,Message group,What happened,How to log in,Before it works,Help center\r\n' +
      'a@mail.example,"\'=HYPERLINK(""x"")",New account,A portal-only account was created,With a portal password,Set a password at the first log-in,/servicedesk/customer/portals\r\n',
  );
  expect(text(true)).toContain(',"=HYPERLINK(""x"")",');
});
