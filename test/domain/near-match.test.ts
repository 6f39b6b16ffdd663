import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailKey } from '#src/domain/email-key.ts';
import { nearKey } from '#src/domain/near-match.ts';
import { decodePunycode, encodePunycode } from '#src/domain/punycode.ts';
import { anyText } from '#test/support/any-text.ts';

function near(address: string): string {
  return nearKey(emailKey(address));
}

describe('near matches (design, section 2, Identity)', () => {
  test.each([
    ['ada@mail.example', 'аda@mail.example'],
    ['mike@mail.example', 'mıke@mail.example'],
    ['ada@mail.example', 'a.d.a@mail.example'],
    ['ada@mail.example', 'ada+jsm@mail.example'],
    ['strasse@mail.example', 'straße@mail.example'],
    ['ada@harbor.example', 'ada@hаrbоr.example'],
    ['odysseus@mail.example', 'οdysseus@mail.example'],
    ['åsa@mail.example', 'Åsa@mail.example'],
    ['ada@mail.example', 'ａｄａ@mail.example'],
  ])('%s and %s', (one, other) => {
    expect(emailKey(one)).not.toBe(emailKey(other));
    expect(near(one)).toBe(near(other));
  });

  test.each([
    ['ada@mail.example', 'ida@mail.example'],
    ['ada@mail.example', 'ada@mai.lexample'],
    ['+ada@mail.example', '+bob@mail.example'],
  ])('are not %s and %s', (one, other) => {
    expect(near(one)).not.toBe(near(other));
  });

  test('any text has a near key', () => {
    fc.assert(fc.property(anyText(), (text) => typeof near(text) === 'string'));
  });

  test('punycode comes back as it went in', () => {
    fc.assert(fc.property(anyText(), (text) => decodePunycode(encodePunycode(text)) === text));
  });
});
