/*
 * The forecast against the sentences of S0 and S2, told once more as plainly as can be
 * (`naiveOutcome`): random people in every cell of the copy table, random requests.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastCopy } from '#src/domain/copy-outcomes.ts';
import { isAccountId, isPortalCustomerId } from '#src/domain/ids.ts';
import { factsOf } from './copy-forecast-facts.ts';
import { anyCopy, type Copy } from './copy-forecast-worlds.ts';
import { naiveOutcome } from './copy-forecast-naive.ts';

test('says of every person what a naive telling of the rules says', () => {
  const cells = new Set<string>();
  fc.assert(
    fc.property(anyCopy, (copy) => {
      const outcomes = forecastCopy(factsOf(copy)).outcomes.map((outcome) => ({
        source: outcome.sourceHolding,
        destination: outcome.destinationHolding,
        after: outcome.afterHolding,
        action: outcome.action,
        attention: outcome.attention.toSorted(),
        arriving: outcome.arriving,
        losing: outcome.losing,
        opens: [outcome.canOpenBefore, outcome.canOpenAfter],
      }));
      expect(outcomes).toEqual(copy.people.map((_, index) => naiveOutcome(copy, index)));
      for (const { source, destination } of outcomes) cells.add(`${source} ${destination}`);
    }),
    { numRuns: 1_500 },
  );
  // Three kinds of source (both types count as the account) by four of destination: none is left out.
  expect([...cells].filter((cell) => !cell.startsWith('both')).length).toBe(12);
});

test('rows come in the order of the people, none done yet, with the source records they stand for', () => {
  fc.assert(
    fc.property(anyCopy, (copy) => {
      const facts = factsOf(copy);
      forecastCopy(facts).outcomes.forEach((outcome, index) => {
        const { email, emailKey, name, holderIds } = facts.people[index]!;
        expect(outcome).toMatchObject({
          planId: facts.planId,
          position: index,
          email,
          emailKey,
          name,
          state: 'pending',
          attachedTo: null,
          sourcePortalCustomerId: holderIds.find(isPortalCustomerId) ?? null,
          sourceAccountId: holderIds.find(isAccountId) ?? null,
          sourceServerUserId: null,
        });
      });
    }),
    { numRuns: 200 },
  );
});

test('forecasting changes nothing', () => {
  fc.assert(
    fc.property(anyCopy, (copy) => {
      const facts = factsOf(copy);
      const before = JSON.stringify([facts.people, facts.arriving, facts.present]);
      forecastCopy(facts);
      expect(JSON.stringify([facts.people, facts.arriving, facts.present])).toBe(before);
    }),
    { numRuns: 50 },
  );
});

/** One person, two requests: one raised on the destination before, one that arrives. */
function opens(person: Partial<Copy['people'][number]>): string {
  const copy: Copy = {
    people: [
      {
        source: 'portal-only',
        sourceState: 'active',
        sourceAccess: true,
        sourceActive: true,
        sourceRole: 'customer',
        joinedRole: 'none',
        profile: 'none',
        account: 'none',
        role: 'none',
        copiedBefore: 'none',
        ...person,
      },
    ],
    arriving: [
      {
        reporter: { person: 0, as: person.source === 'atlassian' ? 'account' : 'profile' },
        participants: [],
        sharedWith: [],
        sharedThereOnly: [],
        sharedHere: [],
      },
    ],
    present: [
      {
        reporter: { person: 0, as: person.profile === 'active' ? 'profile' : 'account' },
        participants: [],
        sharedWith: [],
        joining: [],
      },
    ],
  };
  const [outcome] = forecastCopy(factsOf(copy)).outcomes;
  return `${outcome!.canOpenBefore} then ${outcome!.canOpenAfter}`;
}

test.each([
  [
    'portal-only meets an account without the Customer role: nothing until the group is approved (S0, first section)',
    { account: 'active' as const },
    '0 then 0',
  ],
  [
    'portal-only meets an account with the Customer role: both requests',
    { account: 'active' as const, role: 'customer' as const },
    '1 then 2',
  ],
  [
    'an account meets portal-only: a duplicate, which loses sight of what was raised before (S0, second section)',
    { source: 'atlassian' as const, profile: 'active' as const, joinedRole: 'customer' as const },
    '1 then 1',
  ],
  [
    'the same, and its groups give no role there yet: nothing at all',
    { source: 'atlassian' as const, profile: 'active' as const },
    '1 then 0',
  ],
  [
    'portal-only on both: linked, and both requests (S2)',
    { profile: 'active' as const },
    '1 then 2',
  ],
  ['portal-only meets nobody: what arrives', {}, '0 then 1'],
  [
    'revoked on the source: copied as inactive (S2, "All customers")',
    { sourceState: 'revoked' as const },
    '0 then 0',
  ],
  [
    'deleted on the source: its content goes to Former user, who opens nothing',
    { source: 'deleted' as const, profile: 'active' as const },
    '0 then 0',
  ],
])('%s', (_, person, expected) => {
  expect(opens(person)).toBe(expected);
});
