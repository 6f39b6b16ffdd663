import { expect, test } from 'vitest';
import { readDomains } from '#src/domain/domain-list.ts';

test('domains come in lower case, each once, in the order given', () => {
  expect(
    readDomains([' Harbor-Logistics.example', '@northmill.example', '', 'NORTHMILL.example']),
  ).toEqual({ ok: true, value: ['harbor-logistics.example', 'northmill.example'] });
});

test('both forms of an international domain are one domain, kept as it was written first', () => {
  expect(readDomains(['Züri-Care.example', 'xn--zri-care-65a.example'])).toEqual({
    ok: true,
    value: ['züri-care.example'],
  });
});

test.each([
  'example',
  'ada@northmill.example',
  'north mill.example',
  '.example',
  'a..example',
  '-a.example',
  'http://a.example',
  `${'a'.repeat(64)}.example`,
])('%s is no domain', (text) => {
  expect(readDomains(['fine.example', text])).toEqual({ ok: false, error: { domain: text } });
});
