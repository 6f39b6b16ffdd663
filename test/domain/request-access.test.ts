import { expect, test } from 'vitest';
import { PORTAL_CUSTOMER_STEPS } from '#src/domain/portal-customer.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import {
  canOpenRequest,
  type RequestAttachments,
  type Viewer,
} from '#src/domain/request-access.ts';
import type { ProductRole } from '#src/domain/product-role.ts';

const REQUEST: RequestAttachments = {
  siteId: 'site_a',
  reporterId: 'qm:1:1',
  participantIds: ['712020:p'],
  sharedWithIds: ['qm:2:2'],
};

function portalOnly(state: PortalCustomerState, id: `qm:${string}` = 'qm:1:1'): Viewer {
  return { type: 'portal-only', id, siteId: 'site_a', state };
}

function account(over: Partial<Extract<Viewer, { type: 'atlassian' }>> = {}): Viewer {
  return {
    type: 'atlassian',
    id: '712020:p',
    siteId: 'site_a',
    accessActive: true,
    role: 'customer',
    ...over,
  };
}

test.each(Object.keys(PORTAL_CUSTOMER_STEPS) as PortalCustomerState[])(
  'a portal-only account opens its requests only while active: %s (design, section 2, Access)',
  (state) => {
    expect(canOpenRequest(portalOnly(state), REQUEST)).toBe(state === 'active');
  },
);

test.each([
  ['it reported', 'qm:1:1', true],
  ['shared through a customer organization', 'qm:2:2', true],
  ['of somebody else', 'qm:9:9', false],
] as const)('a portal-only account and a request %s: %s', (_, id, open) => {
  expect(canOpenRequest(portalOnly('active', id), REQUEST)).toBe(open);
});

test.each<[ProductRole, boolean, boolean]>([
  ['customer', true, true],
  ['agent', true, true],
  ['none', true, false],
  ['customer', false, false],
  ['none', false, false],
])(
  'an Atlassian account with role %s and active access %s opens a request it takes part in: %s (S0: no access without the Customer role)',
  (role, accessActive, open) => {
    expect(canOpenRequest(account({ role, accessActive }), REQUEST)).toBe(open);
  },
);

test('an Atlassian account does not open what its portal-only duplicate reported (S0, duplicate accounts)', () => {
  expect(canOpenRequest(account({ id: '712020:other' }), REQUEST)).toBe(false);
});

test('nobody opens a request of another site: portal-only accounts are site scoped (S3)', () => {
  expect(canOpenRequest({ ...portalOnly('active'), siteId: 'site_b' }, REQUEST)).toBe(false);
  expect(canOpenRequest(account({ siteId: 'site_b' }), REQUEST)).toBe(false);
});
