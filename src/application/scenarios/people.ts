/* One made-up person: where they work, what they are called, which mailbox is theirs. */
import { emailKey } from '../../domain/email-key.ts';
import type { Part } from './cast.ts';
import { COMPANIES, type Company } from './companies.ts';
import { nameBook, type PersonName } from './names.ts';
import type { Random } from './random.ts';
import { SITE_KEYS } from './sites.ts';

export type Person = {
  readonly part: Part;
  readonly company: Company;
  readonly name: PersonName;
  readonly email: string;
  readonly emailKey: string;
};

/** Makes the people of a part one after the other; no two of all parts share an e-mail key. */
export function personMaker(random: Random): (part: Part) => () => Person {
  const nameOf = nameBook();
  const taken = new Set<string>();
  return (part) => {
    const places = workplaces(part);
    return () => {
      const company = random.pick(places);
      const name = nameOf(random, random.pick(company.cultures));
      const mailbox = part.email?.split('@')[0] ?? mailboxOf(random, name);
      for (let number = 1; ; number += 1) {
        const email = `${mailbox}${number === 1 ? '' : number}@${company.domain}`;
        const key = emailKey(email);
        if (taken.has(key)) continue;
        taken.add(key);
        return { part, company, name, email, emailKey: key };
      }
    };
  };
}

/** The companies that a part's people may work for, each as often as it weighs. */
function workplaces({ at, isStaff = false, email }: Part): Company[] {
  const places: Company[] = [];
  for (const company of COMPANIES) {
    if ((company.relation === 'staff') !== isStaff) continue;
    if (email !== undefined && !email.endsWith(`@${company.domain}`)) continue;
    if (SITE_KEYS.some((key) => at[key] && !company.sites.includes(key))) continue;
    for (let share = 0; share < company.weight; share += 1) places.push(company);
  }
  return places;
}

function mailboxOf(random: Random, { mailbox: { given, family } }: PersonName): string {
  const style = random.below(100);
  if (style < 52) return `${given}.${family}`;
  if (style < 66) return `${given.charAt(0)}.${family}`;
  if (style < 74) return `${given.charAt(0)}${family}`;
  if (style < 80) return `${given}_${family}`;
  if (style < 86) return `${family}.${given}`;
  if (style < 92) return given;
  if (style < 97) return family;
  return `${given}.${family}+helpdesk`;
}

/** The address as its owner typed it this time: the same key, not always the same letters. */
export function spelled(random: Random, email: string): string {
  const at = email.lastIndexOf('@');
  const mailbox = email.slice(0, at);
  const domain = email.slice(at + 1);
  const style = random.below(100);
  if (style < 12) return `${titled(mailbox)}@${domain}`;
  if (style < 18) return `${mailbox}@${titled(domain)}`;
  if (style < 22) return `${titled(mailbox)}@${domain.toUpperCase()}`;
  if (style < 25) return `${mailbox.toUpperCase()}@${domain.toUpperCase()}`;
  if (style < 50 && domain.includes('ü')) return emailKey(email);
  return email;
}

function titled(text: string): string {
  return text.replace(/(^|[.\-_])[a-z]/g, (start) => start.toUpperCase());
}

/** What a customer calls itself in the portal: most use their name, some do as they like. */
export function displayName(random: Random, { part, name }: Person): string {
  if (part.called !== undefined) return part.called;
  const style = random.below(100);
  if (style < 10) return name.latin;
  if (style < 14) return name.given;
  return name.full;
}
