import type { Cases } from './case.ts';
import { missing, unauthorised } from './case.ts';
import { customerIn, DESTINATION, finishedPlan } from './arrangements.ts';

const params = { organizationId: 'organization_harbor' };
const elsewhere = { params, query: { siteId: 'site_fjord-care' } };

export const trailCases: Cases<'messages.list' | 'audit-log.list' | 'audit-log.export-file'> = {
  'messages.list': {
    answers: async (world) => {
      await finishedPlan(world);
      await world.get('portal-customers.migrate', { params: customerIn(world, 'active') });
      await world.finishJobs();
      return { query: { siteId: DESTINATION } };
    },
    refuses: {},
  },
  'audit-log.list': {
    answers: async (world) => {
      await world.get('portal-customers.revoke', { params: customerIn(world, 'active') });
      return { params, query: { siteId: DESTINATION, actor: 'organization-admin' } };
    },
    refuses: {
      'not-found': missing('site', 'site_fjord-care', elsewhere),
      forbidden: unauthorised('audit-log.view', () => ({ params })),
    },
  },
  'audit-log.export-file': {
    answers: async (world) => {
      await world.get('portal-customers.revoke', { params: customerIn(world, 'active') });
      return { params };
    },
    refuses: {
      'not-found': missing('site', 'site_fjord-care', elsewhere),
      forbidden: unauthorised('audit-log.view', () => ({ params })),
    },
  },
};
