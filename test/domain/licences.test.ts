import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FREE_PLAN_AGENTS,
  hasRoomFor,
  licencesAdded,
  licencesOf,
  licencesTaken,
  type Seat,
} from '#src/domain/licences.ts';

const seat = fc.record<Seat>({
  isActive: fc.boolean(),
  role: fc.constantFrom('agent' as const, 'customer' as const, 'none' as const),
});

function count(seats: readonly Seat[]): number {
  return seats.reduce((sum, each) => sum + licencesTaken(each), 0);
}

test('the Free plan has three agents (domain.md 9, BILLUSERS), a paid one as many as it takes', () => {
  expect(FREE_PLAN_AGENTS).toBe(3);
  expect(licencesOf({ subscription: 'free' }, 2)).toEqual({ used: 2, limit: 3 });
  expect(licencesOf({ subscription: 'paid' }, 200)).toEqual({ used: 200, limit: null });
});

test('Customer costs nothing (S3), nobody pays while suspended (domain.md 1.4)', () => {
  fc.assert(
    fc.property(seat, ({ isActive, role }) => {
      expect(licencesTaken({ isActive, role })).toBe(isActive && role === 'agent' ? 1 : 0);
    }),
  );
});

describe('the licences of a site', () => {
  test('follow from every step: counted anew they are the old count and what the steps added', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(seat, seat)), (people) => {
        const added = people.reduce((sum, [from, to]) => sum + licencesAdded(from, to), 0);
        expect(count(people.map(([from]) => from)) + added).toBe(count(people.map(([, to]) => to)));
      }),
    );
  });

  test('never run out for a customer, whatever the plan and however full', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.boolean(), seat, (used, isFree, from) => {
        const licences = licencesOf({ subscription: isFree ? 'free' : 'paid' }, used);
        const added = licencesAdded(from, { isActive: true, role: 'customer' });
        expect(added).toBeLessThanOrEqual(0);
        expect(hasRoomFor(licences, added)).toBe(true);
      }),
    );
  });

  test('run out for a fourth agent of a Free plan, and for no other', () => {
    const room = [0, 1, 2, 3, 4].map((used) => hasRoomFor({ used, limit: FREE_PLAN_AGENTS }, 1));
    expect(room).toEqual([true, true, true, false, false]);
    expect(hasRoomFor({ used: 400, limit: null }, 1)).toBe(true);
  });
});
