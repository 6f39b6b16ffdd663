import type { Arrange, Cases } from './case.ts';
import { missing, stale, unauthorised } from './case.ts';
import { customerIn, DESTINATION, ORIGINAL } from './arrangements.ts';

type OneCustomer =
  'get' | 'requests' | 'rename' | 'set-password' | 'delete' | 'migrate' | 'revoke' | 'grant';
/** Steps that say everything by their address. */
type Bodiless = `portal-customers.${'delete' | 'migrate' | 'revoke' | 'grant'}`;
const NAME = { name: 'Ada' };
const PASSWORD = { password: 'correct horse' };
const nobody = { params: { siteId: DESTINATION, customerId: 'qm:nobody:here' } };

const active: Arrange<'portal-customers.get' | Bodiless> = (world) => ({
  params: customerIn(world, 'active'),
});
/** Somebody with requests of every kind of tie would be rare: one with any will do. */
const withRequests: Arrange<'portal-customers.requests'> = (world) => {
  const { siteId } = customerIn(world, 'active');
  const reporters = new Set(
    world.read((tx) => tx.requests.where({ siteId })).map(({ reporterId }) => reporterId),
  );
  const customer = world
    .read((tx) => tx.portalCustomers.where({ siteId, state: 'active' }))
    .find(({ id }) => reporters.has(id));
  return { params: { siteId, customerId: customer!.id } };
};
const renamed: Arrange<'portal-customers.rename'> = (world) => ({
  params: customerIn(world, 'active'),
  body: { name: '  Ada   Lovelace ' },
});
const withPassword: Arrange<'portal-customers.set-password'> = (world) => ({
  params: customerIn(world, 'active'),
  body: { password: 'correct horse' },
});
const revoked: Arrange<Bodiless> = (world) => ({
  params: customerIn(world, 'revoked'),
});

export const portalCustomerCases: Cases<`portal-customers.${'list' | 'export-file' | OneCustomer}`> =
  {
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
    'portal-customers.requests': {
      answers: withRequests,
      refuses: {
        'not-found': missing('customer', nobody.params.customerId, nobody),
        forbidden: unauthorised('portal-customers.view', withRequests),
      },
    },
    'portal-customers.rename': {
      answers: renamed,
      refuses: {
        'not-found': missing('customer', nobody.params.customerId, { ...nobody, body: NAME }),
        forbidden: unauthorised('portal-customers.edit', renamed),
        'portal-customer.wrong-state': (world) => ({
          call: { params: customerIn(world, 'migrated'), body: NAME },
          facts: { state: 'migrated' },
        }),
        'portal-customer.name-missing': (world) => ({
          call: { params: customerIn(world, 'active'), body: { name: ' \t ' } },
          facts: {},
        }),
        'version-conflict': stale(1, renamed),
      },
    },
    'portal-customers.set-password': {
      answers: withPassword,
      refuses: {
        'not-found': missing('customer', nobody.params.customerId, { ...nobody, body: PASSWORD }),
        forbidden: unauthorised('portal-customers.edit', withPassword),
        'portal-customer.wrong-state': (world) => ({
          call: { params: customerIn(world, 'revoked'), body: PASSWORD },
          facts: { state: 'revoked' },
        }),
        'portal-customer.password-weak': (world) => ({
          call: { params: customerIn(world, 'active'), body: { password: '1234567' } },
          facts: { shortest: 8 },
        }),
        'version-conflict': stale(1, withPassword),
      },
    },
    'portal-customers.delete': {
      answers: active,
      refuses: {
        'not-found': missing('customer', nobody.params.customerId, nobody),
        forbidden: unauthorised('portal-customers.delete', active),
        'portal-customer.wrong-state': (world) => ({
          call: { params: customerIn(world, 'migrated') },
          facts: { state: 'migrated' },
        }),
        'version-conflict': stale(1, active),
      },
    },
    'portal-customers.export-file': {
      answers: () => ({ params: { siteId: DESTINATION }, query: { state: 'active' } }),
      refuses: {
        'not-found': missing('site', 'site_nowhere', { params: { siteId: 'site_nowhere' } }),
        forbidden: unauthorised('portal-customers.view', () => ({
          params: { siteId: DESTINATION },
        })),
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
