/* Who may be in a group and which groups are default ones: domain.md 1.1 to 1.3 and 5.1. */
import { expect, test } from 'vitest';
import type { Group } from '#src/domain/group.ts';
import {
  checkDefaultMayChange,
  checkMembersMayChange,
  membershipEffect,
} from '#src/domain/group-change.ts';

function group(over: Partial<Group> = {}): Group {
  return {
    id: 'group_1',
    siteId: 'site_1',
    name: 'agents',
    description: '',
    role: 'agent',
    isDefault: false,
    review: 'none',
    origin: null,
    adminAccess: false,
    adminReview: 'none',
    reviewedAt: null,
    version: 1,
    ...over,
  };
}

/** Group's role and review, whether the account is active, its role elsewhere; what joining gives. */
const JOINING = [
  ['agent', 'none', true, 'none', 'agent', 1],
  ['agent', 'approved', true, 'customer', 'agent', 1],
  ['agent', 'none', true, 'agent', 'agent', 0],
  // domain.md 1.4: a suspended account is not billed.
  ['agent', 'none', false, 'customer', 'agent', 0],
  // S3: nobody is counted through the Customer role.
  ['customer', 'none', true, 'none', 'customer', 0],
  ['customer', 'none', true, 'agent', 'agent', 0],
  ['none', 'none', true, 'customer', 'customer', 0],
  // domain.md 5.1: carried over but not applied.
  ['agent', 'pending', true, 'customer', 'customer', 0],
  ['agent', 'denied', true, 'customer', 'customer', 0],
] as const;

test.each(JOINING)(
  'joining a group of %s (%s), active %s, elsewhere %s: %s and %i licences',
  (role, review, isActive, elsewhere, after, licences) => {
    const standing = { isActive, elsewhere };
    const joined = membershipEffect({ role, review }, standing, 'join');
    expect(joined).toEqual({ roleBefore: elsewhere, roleAfter: after, licencesAdded: licences });
    const left = membershipEffect({ role, review }, standing, 'leave');
    expect(left.roleBefore).toBe(joined.roleAfter);
    expect(left.roleAfter).toBe(joined.roleBefore);
    expect(left.licencesAdded + joined.licencesAdded).toBe(0);
  },
);

test.each([
  ['none', true],
  ['pending', false],
  ['approved', true],
  ['denied', true],
] as const)('members of a group with review %s may change: %s', (review, mayChange) => {
  expect(checkMembersMayChange(group({ review })).ok).toBe(mayChange);
});

const OTHER = group({ id: 'group_2', name: 'other', isDefault: true });

/** The group, the wanted setting, the other groups, and the refusal; domain.md 1.3, "at least one default group". */
const DEFAULTS: readonly (readonly [
  string,
  Partial<Group>,
  boolean,
  readonly Group[],
  string | null,
])[] = [
  ['a second default group is fine', {}, true, [OTHER], null],
  ['one of two may stop', { isDefault: true }, false, [OTHER], null],
  ['the last one may not', { isDefault: true }, false, [], 'group.last-default'],
  [
    'one of another role does not count',
    { isDefault: true },
    false,
    [group({ ...OTHER, role: 'customer' })],
    'group.last-default',
  ],
  [
    'one that waits for review does not count',
    { isDefault: true },
    false,
    [group({ ...OTHER, review: 'pending' })],
    'group.last-default',
  ],
  ['stopping what it is not changes nothing', {}, false, [], null],
  ['a group without a role has nothing to give', { role: 'none' }, true, [], 'group.no-role'],
  ['one that waits is left alone', { review: 'pending' }, true, [], 'group.pending-review'],
  ['a denied one gives nothing', { review: 'denied' }, true, [], 'group.pending-review'],
  ['an approved one may become it', { review: 'approved' }, true, [], null],
];

test.each(DEFAULTS)('%s', (_, over, isDefault, others, refusal) => {
  const checked = checkDefaultMayChange(group(over), isDefault, others);
  expect(checked.ok ? null : checked.error.code).toBe(refusal);
});
