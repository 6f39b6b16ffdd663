/* People of a server in words. */
import type { ServerPerson } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

export const PEOPLE = { one: 'user', other: 'users' };

export const KINDS: Readonly<Record<ServerPerson['kind'], string>> = {
  licensed: 'Licensed',
  customer: labels.customer,
};

export const CHANNELS: Readonly<Record<NonNullable<ServerPerson['channel']> | 'none', string>> = {
  portal: 'Portal',
  email: 'E-mail',
  none: 'No request yet',
};

export const STATES: Readonly<
  Record<ServerPerson['state'], { readonly label: string; readonly tone: LozengeTone }>
> = {
  active: { label: labels.active, tone: 'success' },
  inactive: { label: labels.inactive, tone: 'default' },
  deleted: { label: 'Deleted', tone: 'removed' },
};

export const PROBLEMS: Readonly<Record<NonNullable<ServerPerson['problem']>, string>> = {
  invalid: 'Invalid',
  duplicated: 'Duplicated',
};

/** What the person is beside their type: "Agent, project admin". */
export function rightsText({ agent, projectAdmin }: ServerPerson): string | null {
  const words = [...(agent ? ['agent'] : []), ...(projectAdmin ? ['project admin'] : [])].join(
    ', ',
  );
  return words === '' ? null : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Why nothing but content of somebody is left. */
export function formerText({ former }: ServerPerson): string | null {
  if (former === null) return null;
  return former === 'deleted' ? 'Former customer' : 'Former customer: no active directory';
}
