import type { Arrange, Cases } from './case.ts';
import { missing, stale, unauthorised } from './case.ts';
import { customerIn, DESTINATION, ORIGINAL } from './arrangements.ts';

type OneCustomer = 'get' | 'migrate' | 'revoke' | 'grant';
const nobody = { params: { siteId: DESTINATION, customerId: 'qm:nobody:here' } };

const active: Arrange<`portal-customers.${OneCustomer}`> = (world) => ({
  params: customerIn(world, 'active'),
});
const revoked: Arrange<`portal-customers.${OneCustomer}`> = (world) => ({
  params: customerIn(world, 'revoked'),
});

export const portalCustomerCases: Cases<`portal-customers.${'list' | OneCustomer}`> = {
  'portal-customers.list': {
    answers: () => ({ params: { siteId: DESTINATION }, query: { state: 'active' } }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', { params: { siteId: 'site_nowhere' } }),
      forbidden: unauthorised('portal-customers.view', () => ({
        params: { siteId: DESTINATION },
      })),
    },
  },
  'portal-customers.get': {
    answers: active,
    refuses: {
      'not-found': (world) => {
        const { customerId } = customerIn(world, 'active', ORIGINAL);
        return {
          call: { params: { siteId: DESTINATION, customerId } },
          facts: { what: 'customer', id: customerId },
        };
      },
      forbidden: unauthorised('portal-customers.view', active),
    },
  },
  'portal-customers.migrate': {
    answers: active,
    refuses: {
      'not-found': missing('customer', nobody.params.customerId, nobody),
      forbidden: unauthorised('portal-customers.migrate', active),
      'portal-customer.wrong-state': (world) => ({
        call: { params: customerIn(world, 'migrated') },
        facts: { state: 'migrated' },
      }),
      'version-conflict': stale(1, active),
    },
  },
  'portal-customers.revoke': {
    answers: active,
    refuses: {
      'not-found': missing('customer', nobody.params.customerId, nobody),
      forbidden: unauthorised('portal-customers.change-access', active),
      'portal-customer.wrong-state': (world) => ({
        call: { params: customerIn(world, 'migrating', ORIGINAL) },
        facts: { state: 'migrating' },
      }),
      'version-conflict': stale(1, active),
    },
  },
  'portal-customers.grant': {
    answers: revoked,
    refuses: {
      'not-found': missing('customer', nobody.params.customerId, nobody),
      forbidden: unauthorised('portal-customers.change-access', revoked),
      'portal-customer.wrong-state': (world) => ({
        call: { params: customerIn(world, 'active') },
        facts: { state: 'active' },
      }),
      'version-conflict': stale(2, revoked),
    },
  },
};
