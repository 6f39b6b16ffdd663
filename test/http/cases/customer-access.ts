import { DESTINATION, SOURCE } from './arrangements.ts';
import { missing, stale, unauthorised, type Cases } from './case.ts';

const params = { siteId: DESTINATION };
const nowhere = { siteId: 'site_nowhere' };

const CHANGED = {
  approvedDomains: ['Harbor-Logistics.example', '@crew.example'],
  portalOnlyAllowed: true,
  portalOnlyDomains: ['züri-care.example'],
  signUpAllowed: false,
  portalLogin: 'single-sign-on',
} as const;
const body = {
  ...CHANGED,
  approvedDomains: [...CHANGED.approvedDomains],
  portalOnlyDomains: [...CHANGED.portalOnlyDomains],
};

/** Customer access and newcomers. */
export const customerAccessCases: Cases<
  | `customer-access.${'get' | 'update' | 'newcomer'}`
  | `customers.${'invite' | 'sign-up'}`
  | 'duplicates.list'
> = {
  'customer-access.get': {
    answers: () => ({ params }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', { params: nowhere }),
      forbidden: unauthorised('customer-access.view', () => ({ params })),
    },
  },
  'customer-access.update': {
    answers: () => ({ params, body, ifMatch: 1 }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', { params: nowhere, body }),
      forbidden: unauthorised('customer-access.change', () => ({ params, body })),
      'version-conflict': stale(1, () => ({ params, body })),
      'customer-access.invalid-domain': () => ({
        call: { params, body: { ...body, portalOnlyDomains: ['fine.example', ' no domain '] } },
        facts: { domain: 'no domain' },
      }),
    },
  },
  'customer-access.newcomer': {
    answers: () => ({ params, query: { email: 'new@harbor-logistics.example' } }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', {
        params: nowhere,
        query: { email: 'new@mail.example' },
      }),
      forbidden: unauthorised('customers.invite', () => ({
        params,
        query: { email: 'new@mail.example' },
      })),
    },
  },
  'customers.invite': {
    answers: () => ({
      params,
      body: { emails: ['new@harbor-logistics.example', 'other@mail.example', 'no address'] },
    }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', {
        params: nowhere,
        body: { emails: ['new@mail.example'] },
      }),
      forbidden: unauthorised('customers.invite', () => ({
        params,
        body: { emails: ['new@mail.example'] },
      })),
    },
  },
  'customers.sign-up': {
    answers: () => ({ params, body: { email: 'new@mail.example', name: 'Newcomer' } }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', {
        params: nowhere,
        body: { email: 'new@mail.example', name: '' },
      }),
      'strict-mode': async (world) => {
        await world.get('workspace.set-strict', { body: { strict: true } });
        return {
          call: { params, body: { email: 'new@mail.example', name: '' } },
          facts: { feature: 'sign-up' },
        };
      },
      'customer-access.refused': () => ({
        call: { params: { siteId: SOURCE }, body: { email: 'new@mail.example', name: '' } },
        facts: { email: 'new@mail.example', reason: 'sign-up-off' },
      }),
    },
  },
  'duplicates.list': {
    answers: () => ({ params }),
    refuses: {
      'not-found': missing('site', 'site_nowhere', { params: nowhere }),
      forbidden: unauthorised('portal-customers.view', () => ({ params })),
    },
  },
};
