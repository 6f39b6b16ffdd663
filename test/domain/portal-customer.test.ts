import { expect, test } from 'vitest';
import {
  countsAsPortalOnly,
  nextState,
  type PortalCustomerEvent,
  type PortalCustomerState,
} from '#src/domain/portal-customer.ts';

const STATES: PortalCustomerState[] = ['active', 'revoked', 'migrating', 'migrated', 'deleted'];
const EVENTS: PortalCustomerEvent[] = [
  'revoke',
  'grant',
  'start-migration',
  'finish-migration',
  'fail-migration',
  'replace',
  'delete',
];

const LEGAL: Partial<Record<`${PortalCustomerState} ${PortalCustomerEvent}`, PortalCustomerState>> =
  {
    'active revoke': 'revoked',
    'active start-migration': 'migrating',
    'active delete': 'deleted',
    'revoked grant': 'active',
    'revoked delete': 'deleted',
    'migrating finish-migration': 'migrated',
    'migrating fail-migration': 'active',
    'migrated replace': 'deleted',
  };

test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  'a customer that is %s meets %s as the state diagram says (design, section 2)',
  (state, event) => {
    expect(nextState(state, event)).toBe(LEGAL[`${state} ${event}`]);
  },
);

test('a migrated account never becomes active again by any chain of events (S1: you cannot un-migrate it)', () => {
  const after = EVENTS.map((event) => nextState('migrated', event));
  expect(new Set(after)).toEqual(new Set([undefined, 'deleted']));
  for (const event of EVENTS) expect(nextState('deleted', event)).toBeUndefined();
});

test('a migrated or deleted profile does not count as a portal-only account (design, section 2, Copying)', () => {
  expect(STATES.filter((state) => countsAsPortalOnly({ state }))).toEqual([
    'active',
    'revoked',
    'migrating',
  ]);
});
