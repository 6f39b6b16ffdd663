/* Adding somebody to a service project (domain.md 3.3, 3.4; S2, "Notify customers"). */
import { describe, expect, test } from 'vitest';
import { messagesToExisting, projectAdmission } from '#src/domain/project-admission.ts';

describe('what adding comes to', () => {
  test('whoever has the project role already is left alone', () => {
    const decision = { outcome: 'existing', reason: 'has-portal-only' } as const;
    expect(projectAdmission(decision, true)).toEqual({
      outcome: 'in-project',
      reason: 'has-portal-only',
    });
    expect(projectAdmission(decision, false)).toBe(decision);
  });

  test.each([
    { outcome: 'existing', reason: 'given-customer-role' },
    { outcome: 'refused', reason: 'needs-customer-role' },
    { outcome: 'portal-only', reason: 'portal-only-allowed' },
  ] as const)('$reason decides even when the project has them', (decision) => {
    expect(projectAdmission(decision, true)).toBe(decision);
  });
});

describe('who is told', () => {
  const profile = {
    id: 'qm:a:b',
    siteId: 'site_a',
    email: 'a@mail.example',
    emailKey: 'a@mail.example',
    name: 'A',
    state: 'active',
    createdAt: 0,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  } as const;
  const portal = { method: 'portal-password', outcome: 'in' } as const;

  test('a copied customer who never logged in sets a password too (S2, "Notify customers"; CHPW)', () => {
    expect(messagesToExisting(portal, profile)).toEqual(['customer-invitation', 'set-password']);
  });

  test.each([
    ['has a password', portal, { ...profile, passwordSetAt: 1 }],
    ['has logged in', portal, { ...profile, lastLoginAt: 1 }],
    ['uses single sign-on', { method: 'portal-single-sign-on', outcome: 'in' } as const, profile],
    ['has an Atlassian account', { method: 'atlassian', outcome: 'in' } as const, undefined],
    ['must verify first', { method: 'atlassian', outcome: 'verify-email' } as const, undefined],
  ])('who %s is only invited', (_, logIn, held) => {
    expect(messagesToExisting(logIn, held)).toEqual(['customer-invitation']);
  });

  test.each(['refused', 'login-loop'] as const)(
    'nobody is invited to a closed door: %s',
    (outcome) => {
      expect(messagesToExisting({ method: 'portal-password', outcome }, profile)).toEqual([]);
    },
  );
});
