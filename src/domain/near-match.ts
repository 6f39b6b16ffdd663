/*
 * Addresses that look or read alike and still belong to different people, or to one person by a
 * rule that only the mail server knows. They are shown as warnings, never merged (design, section 2).
 */
import { decodePunycode, isAscii } from './punycode.ts';

/**
 * Small letters of other scripts by the Latin letter that they look like. Capitals need no rows of
 * their own: folding makes them small first, and those whose capitals alone look alike are here too.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'вβ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еε',
  g: 'ɡց',
  h: 'һհн',
  i: 'іι',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏ',
  m: 'м',
  n: 'ոп',
  o: 'оοօσς',
  p: 'рρ',
  q: 'ԛ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'ν',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγ',
  z: 'ζ',
};

const LATIN_FOR = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, others]) =>
    Array.from(others, (other) => [other, latin] as const),
  ),
);

/**
 * The near key of an e-mail key: folded in full Unicode case, look-alikes of other scripts as
 * Latin, the local part without dots and plus tag. Equal near keys under different e-mail keys are
 * a near match.
 */
export function nearKey(key: string): string {
  const at = key.lastIndexOf('@');
  const local = key.slice(0, Math.max(at, 0));
  const plus = local.indexOf('+');
  const bare = (plus > 0 ? local.slice(0, plus) : local).replaceAll('.', '');
  const domain = key
    .slice(at + 1)
    .split('.')
    .map(readable);
  return `${looksLike(bare)}@${looksLike(domain.join('.'))}`;
}

/** A domain label as people read it. */
function readable(label: string): string {
  return label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label;
}

function looksLike(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  // Upper case first: only so do ß and SS, ı and i, ſ and s, ς and σ meet (full case folding).
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('i\u0307', 'i');
  return Array.from(folded, (letter) => LATIN_FOR.get(letter) ?? letter).join('');
}
