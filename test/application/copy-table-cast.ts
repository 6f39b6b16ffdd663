/*
 * One person for every state on the source by every state on the destination, in one world; and
 * what the design, section 2, says becomes of each, as plain code over the description alone.
 */
import type { SiteId } from '#src/domain/ids.ts';
import {
  addAccount,
  addAccountElsewhere,
  addProfile,
  addRequest,
  DESTINATION,
  SOURCE,
} from '#test/support/two-sites.ts';
import type { StoreTx } from '#src/store/transaction.ts';

type ProfileState = 'none' | 'active' | 'revoked' | 'migrating' | 'migrated' | 'deleted';
/** `suspended` on the site, `off` or `left` in the directory (suspended, deactivated). */
type AccountState = 'none' | 'active' | 'suspended' | 'off' | 'left';

type Side = {
  readonly profile: ProfileState;
  readonly account: AccountState;
  readonly role: 'none' | 'customer';
};

export type Person = { readonly name: string; readonly from: Side; readonly to: Side };

const nobody: Side = { profile: 'none', account: 'none', role: 'none' };

/** Every state that either account type can have, alone and beside the other. */
const SIDES: readonly Side[] = [
  nobody,
  ...(['active', 'revoked', 'migrating', 'deleted'] as const).map((profile) => ({
    ...nobody,
    profile,
  })),
  { ...nobody, account: 'active' },
  // A role opens nothing to whom somebody shut out.
  ...(['active', 'suspended', 'off', 'left'] as const).map((account) => ({
    ...nobody,
    account,
    role: 'customer' as const,
  })),
  // A migrated profile is its account, whatever became of that one since.
  { ...nobody, profile: 'migrated', account: 'active', role: 'customer' },
  { ...nobody, profile: 'migrated', account: 'suspended', role: 'customer' },
  { ...nobody, profile: 'deleted', account: 'active', role: 'customer' },
  { ...nobody, profile: 'active', account: 'active' },
  ...(['active', 'revoked', 'migrating'] as const).flatMap((profile) =>
    (['active', 'suspended'] as const).map((account) => ({
      profile,
      account,
      role: 'customer' as const,
    })),
  ),
];

/** Everybody: who holds nothing on the source is on the destination only. */
export const CAST: readonly Person[] = SIDES.flatMap((from, row) =>
  SIDES.map((to, column) => ({ name: `p${row}-${column}`, from, to })),
);

/** Puts everybody in, each with a request of every account that counts, on either site. */
export function addCast(tx: StoreTx): void {
  for (const { name, from, to } of CAST) {
    // An Atlassian account is global: one that exists elsewhere only is nobody on a site.
    if (from.account === 'none' && to.account === 'none') addAccountElsewhere(tx, name);
    addSide(tx, SOURCE, name, from, 'source');
    addSide(tx, DESTINATION, name, to, 'destination');
  }
}

function addSide(tx: StoreTx, siteId: SiteId, name: string, side: Side, where: string): void {
  const { profile, account, role } = side;
  if (profile !== 'none') {
    const migratedTo = profile === 'migrated' ? (`712020:${name}` as const) : null;
    const id = addProfile(tx, siteId, name, { state: profile, migratedTo });
    if (profile === 'deleted') {
      addRequest(tx, siteId, `${name} deleted at the ${where}`, 'former-user');
    } else if (profile !== 'migrated') {
      addRequest(tx, siteId, `${name} portal-only at the ${where}`, id);
    }
  }
  if (account !== 'none') {
    const id = addAccount(tx, siteId, name, {
      access: account === 'suspended' ? 'suspended' : 'active',
      directory: account === 'off' ? 'suspended' : account === 'left' ? 'deactivated' : 'active',
      role,
    });
    addRequest(tx, siteId, `${name} atlassian at the ${where}`, id);
  }
}

type Holding = 'nobody' | 'portal-only' | 'atlassian' | 'both';

function holding({ profile, account }: Side): Holding {
  const counts = profile === 'active' || profile === 'revoked' || profile === 'migrating';
  if (account === 'none') return counts ? 'portal-only' : 'nobody';
  return counts ? 'both' : 'atlassian';
}

/** What a run must say and do; undefined for whom the source knows nothing of. */
export function expected({ name, from, to }: Person) {
  const destination = holding(to);
  const source = holding(from);
  if (source === 'nobody' && from.profile !== 'deleted') return undefined;
  const isPortalOnly = source === 'portal-only';
  const isGone = source === 'nobody';
  const hadAccount = to.account !== 'none';
  const hadProfile = destination === 'portal-only' || destination === 'both';

  const attention: string[] = [];
  if (isPortalOnly && hadAccount) attention.push('review-group');
  if (!isGone && hadProfile && (hadAccount || !isPortalOnly)) attention.push('upgrade-portal-only');

  // What the address holds afterwards: copying adds what is missing of its own kind, and removes nothing.
  const addsProfile = isPortalOnly && destination === 'nobody';
  const addsAccount = !isGone && !isPortalOnly && !hadAccount;
  const hasProfile = hadProfile || addsProfile;
  const hasAccount = hadAccount || addsAccount;

  // Requests arrive with the account that the customer has after copying.
  const arriving = [
    ...(source === 'portal-only' || source === 'both' ? [`${name} portal-only at the source`] : []),
    ...(from.account === 'none' ? [] : [`${name} atlassian at the source`]),
  ];
  const withAccount = !isPortalOnly || (hadAccount && !hadProfile);

  // Whoever has an Atlassian account arrives with it, in the state that it has there: inactive on
  // the source is inactive on the destination.
  const atDestination: AccountState = addsAccount ? from.account : to.account;
  const profileState = addsProfile
    ? from.profile === 'revoked'
      ? 'revoked'
      : 'active'
    : to.profile;
  const opensAsAccount =
    hasAccount &&
    atDestination === 'active' &&
    (to.account === 'none' ? false : to.role !== 'none');
  const opensAsProfile = !hasAccount && hasProfile && profileState === 'active';
  const own = isGone ? [] : arriving;
  const opens = opensAsAccount
    ? [`${name} atlassian at the destination`, ...(withAccount ? own : [])]
    : opensAsProfile
      ? [...(hadProfile ? [`${name} portal-only at the destination`] : []), ...own]
      : [];
  return {
    name,
    source: isGone ? 'deleted' : source,
    destination,
    after: hasProfile ? (hasAccount ? 'both' : 'portal-only') : hasAccount ? 'atlassian' : 'nobody',
    attention: attention.toSorted(),
    opens: opens.toSorted(),
  };
}
