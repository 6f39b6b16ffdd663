/* Roles come through groups only (domain.md 1.3): the table of what choosing a role does. */
import { describe, expect, test } from 'vitest';
import { planGrant, planRole, type RoleChange } from '#src/domain/account-role.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { Group } from '#src/domain/group.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import type { Result } from '#src/domain/result.ts';

function group(name: string, role: ProductRole, over: Partial<Group> = {}): Group {
  return {
    id: `group_${name}`,
    siteId: 'site_harbor',
    name,
    description: '',
    role,
    isDefault: true,
    review: 'none',
    origin: null,
    adminAccess: false,
    adminReview: 'none',
    reviewedAt: null,
    version: 1,
    ...over,
  };
}

const AGENTS = 'jira-servicemanagement-users-harbor';
const CUSTOMERS = 'jira-servicemanagement-customers-harbor';
const GROUPS = {
  agents: group(AGENTS, 'agent'),
  'more-agents': group('more-agents', 'agent'),
  customers: group(CUSTOMERS, 'customer'),
  partners: group('partners', 'customer', { isDefault: false }),
  leads: group('leads', 'agent', { isDefault: false, review: 'approved' }),
  waiting: group('waiting', 'agent', { isDefault: false, review: 'pending' }),
} as const;

type Name = keyof typeof GROUPS;
const ALL: readonly Name[] = ['agents', 'customers', 'partners', 'leads', 'waiting'];

function facts(mine: readonly Name[], there: readonly Name[] = ALL) {
  return {
    siteName: 'harbor',
    groups: there.map((name) => GROUPS[name]),
    memberOf: new Set(mine.map((name) => GROUPS[name].id)),
  };
}

/** "+joined -left new:agent → role", or why it is refused. */
function said(result: Result<RoleChange, DomainError>): string {
  if (!result.ok) {
    const { error } = result;
    const named = 'groups' in error ? error.groups.join(' ') : 'name' in error ? error.name : '';
    return `${error.code}: ${named}`;
  }
  const { joins, leaves, makesGroupFor, before, after } = result.value;
  return [
    ...joins.map(({ name }) => `+${name}`),
    ...leaves.map(({ name }) => `-${name}`),
    ...(makesGroupFor ? [`new:${makesGroupFor}`] : []),
    `${before}→${after}`,
  ].join(' ');
}

describe('choosing a role', () => {
  test.each<[mine: Name[], wanted: ProductRole, expected: string]>([
    [[], 'agent', `+${AGENTS} none→agent`],
    [[], 'customer', `+${CUSTOMERS} none→customer`],
    [[], 'none', 'none→none'],
    [['customers'], 'agent', `+${AGENTS} -${CUSTOMERS} customer→agent`],
    [['agents'], 'customer', `+${CUSTOMERS} -${AGENTS} agent→customer`],
    [['agents'], 'none', `-${AGENTS} agent→none`],
    [['agents', 'customers'], 'none', `-${AGENTS} -${CUSTOMERS} agent→none`],
    [['agents', 'customers'], 'customer', `-${AGENTS} agent→customer`],
    [['customers'], 'customer', 'customer→customer'],
    // Groups that are no default ones stay; a higher role through them cannot be taken away here.
    [['partners'], 'agent', `+${AGENTS} customer→agent`],
    [['partners'], 'customer', `+${CUSTOMERS} customer→customer`],
    [['partners'], 'none', 'account.role-through-groups: partners'],
    [['leads', 'customers'], 'customer', 'account.role-through-groups: leads'],
    [['leads', 'partners'], 'none', 'account.role-through-groups: partners leads'],
    [['leads', 'agents'], 'customer', 'account.role-through-groups: leads'],
    // A role that was not approved yet is none (domain.md 5.1).
    [['waiting', 'agents'], 'customer', `+${CUSTOMERS} -${AGENTS} agent→customer`],
    [['waiting'], 'none', 'none→none'],
  ])('in %j, wanting %s: %s', (mine, wanted, expected) => {
    expect(said(planRole(facts(mine), wanted))).toBe(expected);
  });

  test('every default group of the role is joined (domain.md 1.3, "there may be several")', () => {
    const there: Name[] = ['agents', 'more-agents', 'customers'];
    expect(said(planRole(facts([], there), 'agent'))).toBe(`+${AGENTS} +more-agents none→agent`);
    expect(said(planRole(facts(['more-agents'], there), 'none'))).toBe('-more-agents agent→none');
  });

  test('a default group that is missing is made (S1)', () => {
    expect(said(planRole(facts([], ['agents']), 'customer'))).toBe('new:customer none→customer');
    expect(said(planRole(facts([], []), 'agent'))).toBe('new:agent none→agent');
  });

  test('a standard group that waits for review gives no role', () => {
    const waiting = group(AGENTS, 'agent', { review: 'pending' });
    const plan = planRole({ siteName: 'harbor', groups: [waiting], memberOf: new Set() }, 'agent');
    expect(said(plan)).toBe(`group.pending-review: ${AGENTS}`);
  });
});

describe('an invitation', () => {
  test.each<[mine: Name[], wanted: ProductRole, expected: string]>([
    [[], 'none', 'none→none'],
    [[], 'customer', `+${CUSTOMERS} none→customer`],
    [['customers'], 'agent', `+${AGENTS} customer→agent`],
    [['agents'], 'customer', 'agent→agent'],
    [['partners'], 'customer', 'customer→customer'],
    [['leads'], 'none', 'agent→agent'],
  ])('in %j, to %s, takes nothing away: %s', (mine, wanted, expected) => {
    expect(said(planGrant(facts(mine), wanted))).toBe(expected);
  });
});
