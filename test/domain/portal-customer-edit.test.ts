import { describe, expect, test } from 'vitest';
import {
  checkPassword,
  fullName,
  isEditable,
  usesPassword,
} from '#src/domain/portal-customer-edit.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';

const STATES: PortalCustomerState[] = ['active', 'revoked', 'migrating', 'migrated', 'deleted'];

test('a name can be edited until the account migrates or is gone (domain.md 3.1, EDITNAME)', () => {
  expect(STATES.filter(isEditable)).toEqual(['active', 'revoked']);
});

test('only who can log in has a password to change (domain.md 3.1, CHPW and REVOKE)', () => {
  expect(STATES.filter(usesPassword)).toEqual(['active']);
});

describe('a full name', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Ada \t Lovelace\n', 'Ada Lovelace'],
    ['山田\u3000太郎', '山田 太郎'],
    ['=1+1', '=1+1'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fullName(given)).toEqual({ ok: true, value: kept });
  });

  test.each(['', ' ', '\t\n', '\u00a0'])('%j is refused as no name', (given) => {
    expect(fullName(given)).toEqual({
      ok: false,
      error: { code: 'portal-customer.name-missing' },
    });
  });
});

describe('a password', () => {
  test.each(['12345678', 'ünïçödé!', '        ', '🔑🔑🔑🔑🔑🔑🔑🔑'])(
    '%j is long enough',
    (given) => {
      expect(checkPassword(given)).toEqual({ ok: true, value: true });
    },
  );

  test.each(['', '1234567', '🔑🔑🔑🔑🔑🔑🔑'])('%j is too short', (given) => {
    expect(checkPassword(given)).toEqual({
      ok: false,
      error: { code: 'portal-customer.password-weak', shortest: 8 },
    });
  });
});
