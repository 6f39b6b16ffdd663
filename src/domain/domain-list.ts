/* Lists of e-mail domains as administrators write them. */
import { checkEmailAddress } from './email-address.ts';
import { asciiDomain } from './email-key.ts';
import { err, ok, type Result } from './result.ts';

/**
 * The domains in lower case, each once, in the order given; spaces around them, a leading `@` and
 * empty lines do not count. An error is the first text that is no domain.
 */
export function readDomains(
  texts: readonly string[],
): Result<readonly string[], { readonly domain: string }> {
  const domains = new Map<string, string>();
  for (const text of texts) {
    const domain = text.trim().replace(/^@/, '').normalize('NFC').toLowerCase();
    if (domain === '') continue;
    if (!isDomain(domain)) return err({ domain: text.trim() });
    const key = asciiDomain(domain);
    if (!domains.has(key)) domains.set(key, domain);
  }
  return ok([...domains.values()]);
}

/** Whether mail could be addressed there; a single label is no domain of a company. */
function isDomain(domain: string): boolean {
  return !domain.includes('@') && domain.includes('.') && !checkEmailAddress(`any@${domain}`);
}
