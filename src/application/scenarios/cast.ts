/*
 * Who is in the demo: how many people hold what on which site. Every row of the copy table occurs
 * from harbor-support to harbor, in the proportions of a real pair of sites: most people are simple.
 */
import type { PortalCustomerState } from '../../domain/portal-customer.ts';
import type { ProductRole } from '../../domain/product-role.ts';
import type { SiteKey } from './sites.ts';

/** What one person holds on one site. */
export type Presence =
  | 'portal-only'
  | 'revoked'
  | 'deleted'
  | 'signed-up-again'
  | 'migrating'
  | 'migration-failed'
  | 'migrated'
  | 'account'
  | 'suspended'
  | 'without-role'
  | 'agent'
  | 'duplicate'
  | 'duplicate-suspended'
  | 'duplicate-revoked';

/** What a presence is made of: portal-only profiles in the order of their creation, and access. */
export type Holds = {
  readonly profiles: readonly PortalCustomerState[];
  readonly access: { readonly status: 'active' | 'suspended'; readonly role: ProductRole } | null;
};

const CUSTOMER = { status: 'active', role: 'customer' } as const;

export const HOLDS: Readonly<Record<Presence, Holds>> = {
  'portal-only': { profiles: ['active'], access: null },
  revoked: { profiles: ['revoked'], access: null },
  deleted: { profiles: ['deleted'], access: null },
  'signed-up-again': { profiles: ['deleted', 'active'], access: null },
  migrating: { profiles: ['migrating'], access: null },
  'migration-failed': { profiles: ['active'], access: null },
  migrated: { profiles: ['migrated'], access: CUSTOMER },
  account: { profiles: [], access: CUSTOMER },
  suspended: { profiles: [], access: { status: 'suspended', role: 'customer' } },
  'without-role': { profiles: [], access: { status: 'active', role: 'none' } },
  agent: { profiles: [], access: { status: 'active', role: 'agent' } },
  duplicate: { profiles: ['active'], access: CUSTOMER },
  'duplicate-suspended': {
    profiles: ['active'],
    access: { status: 'suspended', role: 'customer' },
  },
  'duplicate-revoked': { profiles: ['revoked'], access: CUSTOMER },
};

/** So many people of one kind. */
export type Part = {
  readonly count: number;
  readonly at: Readonly<Partial<Record<SiteKey, Presence>>>;
  /** State of the Atlassian account in its directory; active and verified unless said. */
  readonly account?: 'suspended' | 'deactivated' | 'unverified';
  /** Works for the organization itself. */
  readonly isStaff?: boolean;
  /** The display name that the customer chose in the portal, and the address it belongs to. */
  readonly called?: string;
  readonly email?: string;
};

export const CAST: readonly Part[] = [
  // Portal-only on the source: nobody on the destination.
  { count: 118, at: { support: 'portal-only' } },
  { count: 13, at: { support: 'revoked' } },
  { count: 3, at: { support: 'signed-up-again' } },
  { count: 2, at: { support: 'portal-only', harbor: 'deleted' } },
  { count: 1, at: { support: 'portal-only' }, called: '-', email: 'versand@klinik.example' },
  {
    count: 1,
    at: { support: 'portal-only' },
    called: 'Noa 🌿',
    email: 'noa.packs@galil-orchards.example',
  },
  {
    count: 1,
    at: { support: 'portal-only' },
    called:
      'Wareneingang Halle 4 – zentrale Annahme für Gefahrgut, Kühlgut und Sperrgut (Schichtleitung Nacht, Vertretung)',
    email: 'wareneingang.halle4@klinik.example',
  },
  // Portal-only on both.
  { count: 98, at: { support: 'portal-only', harbor: 'portal-only' } },
  { count: 6, at: { support: 'revoked', harbor: 'portal-only' } },
  { count: 4, at: { support: 'portal-only', harbor: 'revoked' } },
  { count: 2, at: { support: 'revoked', harbor: 'revoked' } },
  {
    count: 1,
    at: { support: 'portal-only', harbor: 'portal-only' },
    called: '+49 30 5550 0147',
    email: 'empfang@klinik.example',
  },
  {
    count: 1,
    at: { support: 'portal-only', harbor: 'portal-only' },
    called:
      'María del Carmen Fernández de Quintanilla y Álvarez de Sotomayor-Villanueva del Rosario',
    email: 'mc.fernandez@bodega-del-sur.example',
  },
  // Portal-only on the source, Atlassian account on the destination: a group to review.
  { count: 4, at: { support: 'portal-only', harbor: 'account' } },
  { count: 3, at: { support: 'portal-only', harbor: 'migrated' }, account: 'unverified' },
  { count: 1, at: { support: 'portal-only', harbor: 'suspended' } },
  { count: 2, at: { support: 'portal-only', harbor: 'without-role' } },
  { count: 1, at: { support: 'migration-failed', harbor: 'account' }, account: 'deactivated' },
  { count: 1, at: { support: 'revoked', harbor: 'account' } },
  {
    count: 1,
    at: { support: 'portal-only', harbor: 'account' },
    called: '=HYPERLINK("x","Invoice")',
    email: 'rechnung@klinik.example',
  },
  {
    count: 1,
    at: { support: 'portal-only', harbor: 'account' },
    called: '@here',
    email: 'desk@northmill.example',
  },
  // Portal-only on the source, both on the destination.
  { count: 4, at: { support: 'portal-only', harbor: 'duplicate' } },
  // Atlassian account on the source: nobody on the destination.
  { count: 5, at: { support: 'account' } },
  { count: 4, at: { support: 'migrated' } },
  { count: 1, at: { support: 'suspended' } },
  { count: 1, at: { support: 'without-role' } },
  { count: 1, at: { support: 'account' }, account: 'deactivated', isStaff: true },
  { count: 4, at: { support: 'agent' }, isStaff: true },
  // Atlassian account on the source, portal-only on the destination: duplicates.
  { count: 5, at: { support: 'account', harbor: 'portal-only' } },
  { count: 4, at: { support: 'migrated', harbor: 'portal-only' }, account: 'unverified' },
  { count: 1, at: { support: 'suspended', harbor: 'portal-only' } },
  {
    count: 1,
    at: { support: 'account', harbor: 'portal-only' },
    called: '=A2&" "&B2',
    email: 'it.ops@granskog.example',
  },
  // Atlassian account on both.
  { count: 10, at: { support: 'account', harbor: 'account' }, isStaff: true },
  { count: 4, at: { support: 'account', harbor: 'account' } },
  { count: 2, at: { support: 'migrated', harbor: 'account' } },
  { count: 2, at: { support: 'account', harbor: 'account' }, account: 'suspended', isStaff: true },
  { count: 4, at: { support: 'agent', harbor: 'agent' }, isStaff: true },
  // Atlassian account on the source, both on the destination.
  { count: 3, at: { support: 'account', harbor: 'duplicate' } },
  { count: 1, at: { support: 'migrated', harbor: 'duplicate' } },
  // Both account types on the source.
  { count: 2, at: { support: 'duplicate' } },
  { count: 1, at: { support: 'duplicate-suspended' } },
  { count: 2, at: { support: 'duplicate', harbor: 'portal-only' } },
  { count: 2, at: { support: 'duplicate', harbor: 'account' } },
  { count: 2, at: { support: 'duplicate', harbor: 'duplicate' } },
  // Deleted on the source.
  { count: 9, at: { support: 'deleted' } },
  { count: 3, at: { support: 'deleted', harbor: 'portal-only' } },
  { count: 3, at: { support: 'deleted', harbor: 'account' } },
  { count: 2, at: { support: 'deleted', harbor: 'duplicate' } },
  // On the destination only.
  { count: 92, at: { harbor: 'portal-only' } },
  { count: 9, at: { harbor: 'revoked' } },
  { count: 5, at: { harbor: 'deleted' } },
  { count: 2, at: { harbor: 'signed-up-again' } },
  { count: 7, at: { harbor: 'migrated' } },
  { count: 2, at: { harbor: 'duplicate' } },
  { count: 1, at: { harbor: 'duplicate-suspended' } },
  { count: 5, at: { harbor: 'account' } },
  { count: 1, at: { harbor: 'without-role' } },
  { count: 1, at: { harbor: 'account' }, account: 'deactivated', isStaff: true },
  { count: 5, at: { harbor: 'agent' }, isStaff: true },
  // The Fjord clinics.
  { count: 142, at: { fjord: 'portal-only' } },
  { count: 14, at: { fjord: 'revoked' } },
  { count: 7, at: { fjord: 'deleted' } },
  { count: 2, at: { fjord: 'signed-up-again' } },
  { count: 1, at: { fjord: 'migrating' } },
  { count: 4, at: { fjord: 'migrated' } },
  { count: 1, at: { fjord: 'migrated' }, account: 'unverified' },
  { count: 1, at: { fjord: 'duplicate-suspended' } },
  { count: 1, at: { fjord: 'duplicate-revoked' } },
  {
    count: 1,
    at: { fjord: 'portal-only' },
    called: '+47 55 50 01 96',
    email: 'resepsjon@fjellegene.example',
  },
  { count: 5, at: { fjord: 'account' }, isStaff: true },
  { count: 1, at: { fjord: 'suspended' } },
  { count: 1, at: { fjord: 'without-role' } },
  { count: 1, at: { fjord: 'account' }, account: 'suspended', isStaff: true },
  { count: 1, at: { fjord: 'account' }, account: 'deactivated', isStaff: true },
  { count: 6, at: { fjord: 'agent' }, isStaff: true },
  // Accounts that exist elsewhere only: nobody on the Harbor sites, used when one has to be created.
  { count: 2, at: { fjord: 'account', harbor: 'portal-only' } },
  { count: 1, at: { fjord: 'account', support: 'portal-only' } },
  { count: 1, at: { fjord: 'account', support: 'portal-only', harbor: 'portal-only' } },
];
