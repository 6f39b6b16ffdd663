/* Whether text can be an e-mail address, and what exactly is wrong when it cannot. */
import { emailKey } from './email-key.ts';

/** Longest address and longest local part, in characters of the address in its ASCII form (RFC 5321). */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN_LABEL = 63;

/** What is wrong with text that should be an address; `reason` details `email-invalid`. */
export type EmailFault =
  | { readonly code: 'email-missing' }
  | { readonly code: 'email-without-at' }
  | {
      readonly code: 'email-too-long';
      readonly part: 'address' | 'local-part';
      readonly length: number;
      readonly limit: number;
    }
  | { readonly code: 'email-invalid'; readonly reason: EmailFaultReason };

type EmailFaultReason =
  | 'space'
  | 'control-character'
  | 'unreadable-character'
  | 'several-at'
  | 'no-local-part'
  | 'no-domain'
  | 'empty-domain-label'
  | 'long-domain-label'
  | 'character-in-domain'
  | 'character-in-local-part';

/**
 * The first fault of an address, or null. Spaces around it are no fault here. Any local part is
 * accepted that mail servers are known to accept, dots in odd places included; quoted ones are not.
 */
export function checkEmailAddress(text: string): EmailFault | null {
  const address = text.trim();
  if (address === '') return { code: 'email-missing' };
  if (!address.includes('@')) return { code: 'email-without-at' };
  const key = emailKey(address);
  const local = key.slice(0, key.lastIndexOf('@'));
  if (key.length > LONGEST_ADDRESS) return tooLong('address', key.length, LONGEST_ADDRESS);
  if (local.length > LONGEST_LOCAL_PART) {
    return tooLong('local-part', local.length, LONGEST_LOCAL_PART);
  }
  const reason = badCharacter(address) ?? badStructure(local, key.slice(local.length + 1), address);
  return reason ? { code: 'email-invalid', reason } : null;
}

function tooLong(part: 'address' | 'local-part', length: number, limit: number): EmailFault {
  return { code: 'email-too-long', part, length, limit };
}

function badCharacter(address: string): EmailFaultReason | null {
  if (/[\uFFFD\p{Cs}]/u.test(address)) return 'unreadable-character';
  if (/[\p{Cc}\p{Cf}]/u.test(address)) return 'control-character';
  return /\s/u.test(address) ? 'space' : null;
}

function badStructure(local: string, domain: string, address: string): EmailFaultReason | null {
  if (local.includes('@')) return 'several-at';
  if (local === '') return 'no-local-part';
  if (domain === '') return 'no-domain';
  if (/[()<>[\]:;,"\\]/.test(local)) return 'character-in-local-part';
  const labels = domain.split('.');
  if (labels.includes('')) return 'empty-domain-label';
  if (labels.some((label) => label.length > LONGEST_DOMAIN_LABEL)) return 'long-domain-label';
  const written = address.slice(address.lastIndexOf('@') + 1);
  const isHost = written.split('.').every((label) => /^[\p{L}\p{M}\p{N}-]+$/u.test(label));
  const hasBareHyphen = labels.some((label) => label.startsWith('-') || label.endsWith('-'));
  return isHost && !hasBareHyphen ? null : 'character-in-domain';
}
