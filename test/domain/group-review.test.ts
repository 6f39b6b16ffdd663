/* What an imported group asks for, access by access (domain.md 5.1, REVIEW; S0, step 7). */
import { describe, expect, test } from 'vitest';
import { confersAdmin, effectiveRole, type Group, type GroupReview } from '#src/domain/group.ts';
import { checkMembersMayChange } from '#src/domain/group-change.ts';
import {
  accessEffect,
  awaitsReview,
  broughtAccess,
  requestedAccesses,
  reviewedGroup,
  reviewState,
  reviewSteps,
  type GroupAccess,
  type MemberStanding,
} from '#src/domain/group-review.ts';

const REVIEWS = ['pending', 'approved', 'denied'] as const;

function group(over: Partial<Group> = {}): Group {
  return {
    id: 'group_brought',
    siteId: 'site_here',
    name: 'jira-administrators',
    description: '',
    role: 'agent',
    isDefault: false,
    review: 'pending',
    adminAccess: true,
    adminReview: 'pending',
    origin: { planId: 'plan_any', sourcePlaceId: 'site_there', reason: 'source-group' },
    reviewedAt: null,
    version: 1,
    ...over,
  };
}

/** What a source group asks for on the destination. */
function brought(role: Group['role'], adminAccess: boolean): GroupAccess[] {
  return requestedAccesses(group(broughtAccess({ role, adminAccess }))).map(({ access }) => access);
}

const PAIRS = REVIEWS.flatMap((review) => REVIEWS.map((adminReview) => ({ review, adminReview })));

describe.each(PAIRS)('product access $review, admin access $adminReview', (reviews) => {
  const { review, adminReview } = reviews;
  const both = group(reviews);

  test('each counts once it is approved, whatever the other is', () => {
    expect(effectiveRole(both)).toBe(review === 'approved' ? 'agent' : 'none');
    expect(confersAdmin(both)).toBe(adminReview === 'approved');
  });

  test('the group waits while any of the two does, and cannot be changed meanwhile', () => {
    const waits = review === 'pending' || adminReview === 'pending';
    expect(awaitsReview(both)).toBe(waits);
    expect(checkMembersMayChange(both).ok).toBe(!waits);
    expect(reviewState(requestedAccesses(both)) === 'pending').toBe(waits);
  });

  test.each(['product', 'admin'] as const)(
    'a verdict about %s access leaves the other',
    (access) => {
      for (const verdict of ['approved', 'denied'] as const) {
        const result = reviewedGroup(both, access, verdict);
        const was = access === 'product' ? review : adminReview;
        if (was === 'approved') {
          expect(result).toMatchObject({
            ok: false,
            error: { code: 'group.already-approved', name: both.name, access },
          });
          continue;
        }
        const field = access === 'product' ? 'review' : 'adminReview';
        expect(result).toEqual({ ok: true, value: { ...both, [field]: verdict } });
      }
    },
  );
});

test.each([
  ['approved', 'approved', 'approved'],
  ['denied', 'denied', 'denied'],
  ['approved', 'denied', 'partly-approved'],
  ['denied', 'approved', 'partly-approved'],
] as const)('%s and %s is %s', (review, adminReview, state) => {
  expect(reviewState(requestedAccesses(group({ review, adminReview })))).toBe(state);
});

test('what waits can be approved and denied, what was denied approved, what was approved is done', () => {
  expect(REVIEWS.map(reviewSteps)).toEqual([['approve', 'deny'], [], ['approve']]);
});

describe('what a group asks for', () => {
  test('a source group asks for what it gives there: its role, administration, or both', () => {
    expect(brought('agent', true)).toEqual(['product', 'admin']);
    expect(brought('customer', false)).toEqual(['product']);
    expect(brought('none', true)).toEqual(['admin']);
    expect(brought('none', false)).toEqual([]);
  });

  test.each(['product', 'admin'] as const)('%s access not asked for has no verdict', (access) => {
    const none: GroupReview = 'none';
    const asking =
      access === 'product'
        ? group({ role: 'none', review: none })
        : group({ adminAccess: false, adminReview: none });
    expect(reviewedGroup(asking, access, 'approved')).toEqual({
      ok: false,
      error: { code: 'group.access-not-requested', name: asking.name, access },
    });
  });

  test('a group of the site itself asks for nothing and may be changed', () => {
    const own = group({ review: 'none', adminReview: 'none', origin: null });
    expect([requestedAccesses(own), awaitsReview(own)]).toEqual([[], false]);
    expect(checkMembersMayChange(own).ok).toBe(true);
    expect([effectiveRole(own), confersAdmin(own)]).toEqual(['agent', true]);
  });
});

describe('the effect of approving', () => {
  const MEMBERS: readonly MemberStanding[] = [
    { isActive: true, role: 'none', isAdmin: false },
    { isActive: true, role: 'customer', isAdmin: true },
    { isActive: true, role: 'agent', isAdmin: false },
    { isActive: false, role: 'none', isAdmin: false },
  ];
  const effectOf = (access: GroupAccess, role: Group['role']) =>
    accessEffect(group({ role }), access, MEMBERS);

  test('agents take a licence unless they are suspended or agents already (domain.md 1.4)', () => {
    expect(effectOf('product', 'agent')).toEqual({
      membersGaining: 3,
      membersSuspended: 1,
      licencesAdded: 2,
    });
  });

  test('the Customer role takes no licence (S0, S3)', () => {
    expect(effectOf('product', 'customer')).toEqual({
      membersGaining: 2,
      membersSuspended: 1,
      licencesAdded: 0,
    });
  });

  test.each(['agent', 'customer', 'none'] as const)(
    'admin access adds nothing to the bill, beside the role %s (domain.md 5.1)',
    (role) => {
      expect(effectOf('admin', role)).toEqual({
        membersGaining: 3,
        membersSuspended: 1,
        licencesAdded: 0,
      });
    },
  );
});
