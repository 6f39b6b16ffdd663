import type { Cases } from './case.ts';
import { missing, unauthorised } from './case.ts';
import { DESTINATION, SOURCE } from './arrangements.ts';

const organization = { organizationId: 'organization_harbor' };
const nowhere = { siteId: 'site_nowhere' };

export const directoryCases: Cases<
  | 'organizations.list'
  | 'organizations.get'
  | 'accounts.list'
  | 'sites.get'
  | 'sites.service-projects'
  | 'groups.list'
> = {
  'organizations.list': { answers: () => ({}), refuses: {} },
  'organizations.get': {
    answers: () => ({ params: organization }),
    refuses: {
      'not-found': missing('organization', 'x', { params: { organizationId: 'x' } }),
    },
  },
  'accounts.list': {
    answers: () => ({ params: organization, query: { siteId: DESTINATION, state: 'active' } }),
    refuses: {
      'not-found': missing('site', 'site_fjord-care', {
        params: organization,
        query: { siteId: 'site_fjord-care' },
      }),
      forbidden: unauthorised('directory.view', () => ({ params: organization })),
    },
  },
  'sites.get': {
    answers: () => ({ params: { siteId: SOURCE } }),
    refuses: { 'not-found': missing('site', nowhere.siteId, { params: nowhere }) },
  },
  'sites.service-projects': {
    answers: () => ({ params: { siteId: SOURCE } }),
    refuses: { 'not-found': missing('site', nowhere.siteId, { params: nowhere }) },
  },
  'groups.list': {
    answers: () => ({ params: { siteId: SOURCE } }),
    refuses: {
      'not-found': missing('site', nowhere.siteId, { params: nowhere }),
      forbidden: unauthorised('directory.view', () => ({ params: { siteId: SOURCE } })),
    },
  },
};
