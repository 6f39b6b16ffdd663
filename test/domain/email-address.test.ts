import { describe, expect, test } from 'vitest';
import { checkEmailAddress } from '#src/domain/email-address.ts';

describe('an e-mail address is accepted', () => {
  test.each([
    'ada@harborfreight.example',
    ' ada@harborfreight.example ',
    'ada+jsm@mail.example',
    'ada@züri-care.example',
    'ada@xn--zri-care-65a.example',
    'ада@почта.example',
    'ada@localhost',
    `${'a'.repeat(64)}@mail.example`,
  ])('%j', (address) => {
    expect(checkEmailAddress(address)).toBeNull();
  });
});

describe('what is wrong with an address is named', () => {
  const label = 'a'.repeat(60);
  test.each([
    ['  ', { code: 'email-missing' }],
    ['ada.harborfreight.example', { code: 'email-without-at' }],
    [
      `${'a'.repeat(65)}@mail.example`,
      { code: 'email-too-long', part: 'local-part', length: 65, limit: 64 },
    ],
    [
      `a@${[label, label, label, label, label].join('.')}`,
      { code: 'email-too-long', part: 'address', length: 306, limit: 254 },
    ],
    ['ada lovelace@mail.example', { code: 'email-invalid', reason: 'space' }],
    ['ada@mail\u200b.example', { code: 'email-invalid', reason: 'control-character' }],
    ['ad\u0007a@mail.example', { code: 'email-invalid', reason: 'control-character' }],
    ['ad\ufffd@mail.example', { code: 'email-invalid', reason: 'unreadable-character' }],
    ['ada@@mail.example', { code: 'email-invalid', reason: 'several-at' }],
    ['ada@a.example;bob@b.example', { code: 'email-invalid', reason: 'several-at' }],
    ['@mail.example', { code: 'email-invalid', reason: 'no-local-part' }],
    ['ada@', { code: 'email-invalid', reason: 'no-domain' }],
    ['ada@mail..example', { code: 'email-invalid', reason: 'empty-domain-label' }],
    ['ada@mail.example.', { code: 'email-invalid', reason: 'empty-domain-label' }],
    [`ada@${'a'.repeat(64)}.example`, { code: 'email-invalid', reason: 'long-domain-label' }],
    ['<ada@mail.example>', { code: 'email-invalid', reason: 'character-in-local-part' }],
    ['ada@mail.example>', { code: 'email-invalid', reason: 'character-in-domain' }],
    ['ada@mail_box.example', { code: 'email-invalid', reason: 'character-in-domain' }],
    ['ada@-mail.example', { code: 'email-invalid', reason: 'character-in-domain' }],
  ])('%j', (address, fault) => {
    expect(checkEmailAddress(address)).toEqual(fault);
  });
});
