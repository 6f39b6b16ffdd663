/** Everybody who can have made a change: the personas, and the simulator itself. */
export const ACTORS = [
  'organization-admin',
  'site-admin',
  'user-access-admin',
  'product-admin',
  'agent',
  'simulator',
] as const;
