/*
 * What RequiresAttention.csv must hold after the sample exports were copied (S0), computed on the
 * files themselves and without a line of the app's own code: an independent witness.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const FILES = join(import.meta.dirname, 'exports');

type Row = Record<string, string>;

/** The copy table once more, as plainly as it can be written: the rows by heading, in their order. */
export function naiveReport(groupName: string): Row[] {
  const sourceProfiles = people('source-portal-customers.csv', 'full_name', 'utf-8');
  const sourceUsers = people('source-users.csv', 'User name', 'utf-8');
  const profiles = people('destination-portal-customers.csv', 'full_name', 'utf-8');
  const users = people('destination-users.csv', 'User name', 'utf-16le');
  const keys = [...new Set([...sourceProfiles.keys(), ...sourceUsers.keys()])].toSorted();
  const rows: Row[] = [];
  for (const key of keys) {
    const onSource = type(sourceProfiles.has(key), sourceUsers.has(key));
    const onDestination = type(profiles.has(key), users.has(key));
    const isAccount = sourceUsers.has(key);
    // An Atlassian account is global: the file loaded last has named it, the first has written its address.
    const person = isAccount
      ? { ...sourceUsers.get(key)!, name: (users.get(key) ?? sourceUsers.get(key)!).name }
      : sourceProfiles.get(key)!;
    const add = (after: string, problem: string, nextStep: string) =>
      rows.push({
        Email: person.email,
        'Display name': person.name,
        'Account type on source': onSource,
        'Account type on destination': onDestination,
        'Account type after copying': after,
        Problem: problem,
        'Next step': nextStep,
      });
    const both = 'Portal-only and Atlassian account';
    if (!isAccount && users.has(key)) {
      add(
        profiles.has(key) ? both : 'Atlassian account',
        'Customer role not assigned on destination',
        `Review group ${groupName} to assign Customer role`,
      );
    }
    if (profiles.has(key) && (isAccount || users.has(key))) {
      add(
        both,
        'Found duplicate accounts on destination',
        'Upgrade portal-only account to Atlassian account',
      );
    }
  }
  return rows;
}

function type(portalOnly: boolean, account: boolean): string {
  if (portalOnly && account) return 'Portal-only and Atlassian account';
  if (portalOnly) return 'Portal-only';
  return account ? 'Atlassian account' : 'None';
}

/** People of a file by key; the first of a repeated address counts, as the importer says. */
function people(name: string, nameColumn: string, encoding: string) {
  const text = new TextDecoder(encoding).decode(readFileSync(join(FILES, name)));
  const { data } = Papa.parse<Row>(text.trim(), { header: true });
  const found = new Map<string, { email: string; name: string }>();
  for (const row of data) {
    const email = row['email']!.trim();
    const key = keyOf(email);
    if (!found.has(key)) found.set(key, { email, name: row[nameColumn]! });
  }
  return found;
}

function keyOf(email: string): string {
  const at = email.lastIndexOf('@');
  const { hostname } = new URL(`http://${email.slice(at + 1)}`);
  return `${email.slice(0, at).normalize('NFC').toLowerCase()}@${hostname}`;
}
