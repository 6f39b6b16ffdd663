/* Dates as the exports write them (atlassian-api.md section 6). Without a zone they are read as UTC. */
import type { Instant } from './clock.ts';

/** What a date cell says. `empty` claims nothing; `never` claims that it never happened. */
export type FileDate =
  | { readonly type: 'at'; readonly at: Instant }
  | { readonly type: 'never' }
  | { readonly type: 'empty' }
  | { readonly type: 'unreadable' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?`;
const ZONE = String.raw`\s*(Z|[+-]\d{2}:?\d{2})?`;
/** `19 Nov 2021`, `14 Dec 2012 15:31:57`, and `19-Nov-21`, which spreadsheets make of the first. */
const WITH_MONTH_NAME = new RegExp(
  `^(\\d{1,2})[ -]([a-z]{3,9})\\.?[ -](\\d{4}|\\d{2})${TIME}$`,
  'i',
);
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME}${ZONE}$`, 'i');

/** Reads a date cell. Orders that differ between countries (03/04/2021) are unreadable on purpose. */
export function readFileDate(cell: string): FileDate {
  const text = cell.trim();
  if (text === '') return { type: 'empty' };
  if (/^never( accessed)?$/i.test(text)) return { type: 'never' };
  const named = WITH_MONTH_NAME.exec(text);
  const iso = named ? null : ISO.exec(text);
  const at = named
    ? instantOf(fullYear(named[3]), monthOf(named[2]), named[1], named.slice(4))
    : iso && instantOf(Number(iso[1]), Number(iso[2]) - 1, iso[3], iso.slice(4));
  return at === null ? { type: 'unreadable' } : { type: 'at', at: at - offsetMs(iso?.[8]) };
}

/** No product of these exports is older than 2000. */
function fullYear(year = ''): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** 0 is January; -1 is none. Full names and `Sept` begin like the short ones. */
function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

function instantOf(
  year: number,
  month: number,
  day = '',
  [hour = '0', minute = '0', second = '0', fraction = '']: readonly (string | undefined)[],
): Instant | null {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const ms = Number(fraction.padEnd(3, '0'));
  const at = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second), ms);
  const date = new Date(at);
  // A day that the month does not have runs over into the next one.
  return date.getUTCMonth() === month && date.getUTCDate() === Number(day) ? at : null;
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
