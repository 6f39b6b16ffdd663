/* Why somebody loses sight of a request, case by case; how many are lost is held to a naive telling elsewhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CopyFacts } from '#src/domain/copy-forecast.ts';
import { forecastCopy } from '#src/domain/copy-outcomes.ts';
import { factsOf } from './copy-forecast-facts.ts';
import { anyCopy, type Copy, type Described } from './copy-forecast-worlds.ts';

const PERSON: Described = {
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
};

type Part = {
  readonly person: Partial<Described>;
  /** Shared through the customer organization alone. */
  readonly isShared?: true;
  readonly facts?: (facts: CopyFacts) => CopyFacts;
};

/** What the one person loses: a request raised on the destination before, and one that arrives. */
function losses({ person, isShared, facts = (given) => given }: Part): string[] {
  const described = { ...PERSON, ...person };
  const at = { person: 0, as: described.source === 'portal-only' ? 'profile' : 'account' } as const;
  const here = { person: 0, as: described.profile === 'none' ? 'account' : 'profile' } as const;
  const copy: Copy = {
    people: [described],
    arriving: [
      {
        reporter: isShared ? 'stranger' : at,
        participants: [],
        sharedWith: [],
        sharedThereOnly: isShared ? [at] : [],
        sharedHere: [],
      },
    ],
    present:
      described.profile === 'none' && described.account === 'none'
        ? []
        : [{ reporter: here, participants: [], sharedWith: [], joining: [] }],
  };
  const [lost] = forecastCopy(facts(factsOf(copy))).losses;
  return lost!.map(({ where, reason }) => `${where}: ${reason}`);
}

test.each<[string, Part, string[]]>([
  [
    'S0, second section: a duplicate loses what the portal-only account raised there before',
    { person: { source: 'atlassian', profile: 'active', joinedRole: 'customer' } },
    ['destination: duplicate-account'],
  ],
  [
    'S0, first section: mismatched customers wait for the review of their group',
    {
      person: { account: 'active' },
      facts: (given) => ({ ...given, awaiting: new Set(['person-0@mail.example']) }),
    },
    ['arriving: review-pending'],
  ],
  [
    'domain.md 5.1: an account whose groups do not come along has no role',
    { person: { source: 'atlassian' } },
    ['arriving: role-missing'],
  ],
  [
    'S2, "All customers": an account that is inactive on the destination',
    { person: { source: 'atlassian', account: 'suspended', role: 'customer' } },
    ['arriving: suspended'],
  ],
  [
    'a portal-only account that is revoked on the destination',
    { person: { profile: 'revoked' } },
    ['arriving: revoked'],
  ],
  [
    'a portal-only account that is being migrated on the destination',
    { person: { profile: 'migrating' } },
    ['arriving: migrating'],
  ],
  [
    'S2, "Copy customer organizations": shared through one that is not related to a selected project',
    { person: {}, isShared: true },
    ['arriving: organization-left-behind'],
  ],
  [
    'S2: shared through one that an earlier run copied, which gets no new members',
    {
      person: {},
      isShared: true,
      facts: (given) => ({
        ...given,
        arriving: given.arriving.map((each) => ({ ...each, organization: 'copied-before' })),
      }),
    },
    ['arriving: organization-copied-before'],
  ],
  [
    'domain.md 6.4, both there already: what arrives goes to the portal-only account',
    { person: { profile: 'active', account: 'active', role: 'customer' } },
    ['arriving: duplicate-account'],
  ],
  ['S2: linked portal-only accounts lose nothing', { person: { profile: 'active' } }, []],
  ['revoked on the source: could open nothing before', { person: { sourceState: 'revoked' } }, []],
  [
    'deleted on the source: loses nothing',
    { person: { source: 'deleted', profile: 'active' } },
    [],
  ],
])('%s', (_, given, expected) => {
  expect(losses(given)).toEqual(expected);
});

test('every loss has a reason, and an outcome counts its losses', () => {
  fc.assert(
    fc.property(anyCopy, (copy) => {
      const { outcomes, losses: lost } = forecastCopy(factsOf(copy));
      expect(outcomes.map(({ losing }) => losing)).toEqual(lost.map(({ length }) => length));
    }),
    { numRuns: 300 },
  );
});
