/* Identity by e-mail: two addresses are the same person exactly when their keys are equal. */
import { encodePunycode, isAscii } from './punycode.ts';

/** The longest label that DNS knows; a longer one names no host and stays as it is. */
const LONGEST_LABEL = 63;

/**
 * The key of an address (design, section 2, Identity): trimmed, Unicode NFC, the local part in
 * ASCII lower case, the domain in lower case and in its ASCII form. Total and idempotent: text
 * that is no address has a key too, and whether it is one is `checkEmailAddress`'s question.
 */
export function emailKey(email: string): string {
  const address = email.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  if (at < 0) return asciiLowerCase(address);
  return `${asciiLowerCase(address.slice(0, at))}@${asciiDomain(address.slice(at + 1))}`;
}

/** A domain in lower case with its international labels in their `xn--` form. */
export function asciiDomain(domain: string): string {
  if (isAscii(domain)) return domain.toLowerCase();
  return lowerCase(domain).normalize('NFC').split('.').map(asciiLabel).join('.');
}

function asciiLabel(label: string): string {
  if (isAscii(label) || label.length > LONGEST_LABEL) return label;
  return `xn--${encodePunycode(label)}`;
}

/** Only A to Z: the local part belongs to its mail server, and no other letter folds safely. */
function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** One character at a time, so that a letter's place in the word (the final sigma) does not matter. */
function lowerCase(text: string): string {
  return Array.from(text, (character) => character.toLowerCase()).join('');
}
