import type { PortalCustomer } from '#src/domain/portal-customer.ts';

/** A portal-only account, active and never used, but for what a test says of it. */
export function portalCustomer(over: Partial<PortalCustomer> = {}): PortalCustomer {
  return {
    id: 'qm:a:b',
    siteId: 'site_a',
    email: 'ada@northmill.example',
    emailKey: 'ada@northmill.example',
    name: 'Ada',
    state: 'active',
    createdAt: 0,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
    ...over,
  };
}
