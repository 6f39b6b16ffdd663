import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiDomain, emailKey } from '#src/domain/email-key.ts';
import { anyText } from '#test/support/any-text.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzäöüéèçñåøłżğışčžабвгджαβγδσλ東京例え中文한국'];
const label = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 20 })
  .map((letters) => letters.join(''));

describe('the e-mail key (design, section 2, Identity)', () => {
  test.each([
    [' Ada@Harbor.Example ', 'ada@harbor.example'],
    ['ada@züri-care.example', 'ada@xn--zri-care-65a.example'],
    ['ADA@ZÜRI-Care.EXAMPLE', 'ada@xn--zri-care-65a.example'],
    ['ada@xn--ZRI-care-65a.example', 'ada@xn--zri-care-65a.example'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ÅSA@mail.example', 'Åsa@mail.example'],
    ['odd@quoted@mail.example', 'odd@quoted@mail.example'],
    ['not an address', 'not an address'],
    ['', ''],
  ])('of %j is %j', (address, key) => {
    expect(emailKey(address)).toBe(key);
  });

  test('composed and decomposed spellings have one key', () => {
    expect(emailKey('zoe\u0308@mail.example')).toBe(emailKey('zo\u00eb@mail.example'));
    expect(emailKey('a@zu\u0308ri.example')).toBe(emailKey('a@z\u00fcri.example'));
  });

  test('letters of another script, dots and plus tags make another key', () => {
    const key = emailKey('ada@mail.example');
    expect(emailKey('аda@mail.example')).not.toBe(key);
    expect(emailKey('a.da@mail.example')).not.toBe(key);
    expect(emailKey('ada+jsm@mail.example')).not.toBe(key);
  });

  test('any text has a key, and the key of a key is itself', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(emailKey(emailKey(text))).toBe(emailKey(text));
      }),
    );
  });

  test('a domain becomes what the browser makes of it', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const domain = labels.join('.');
        fc.pre(URL.canParse(`https://${domain}`));
        expect(asciiDomain(domain)).toBe(new URL(`https://${domain}`).hostname);
      }),
    );
  });
});
