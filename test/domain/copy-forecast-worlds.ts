/* Random people and requests for the forecast, described so that a naive telling can read them too. */
import fc from 'fast-check';
import type { ProductRole } from '#src/domain/product-role.ts';

/** One address: what it holds on both sites. */
export type Described = {
  readonly source: 'portal-only' | 'atlassian' | 'both' | 'deleted';
  readonly sourceState: 'active' | 'revoked' | 'migrating';
  /** Whether the source account's access would be active on the destination. */
  readonly sourceAccess: boolean;
  /** What the account may do on the source itself. */
  readonly sourceActive: boolean;
  readonly sourceRole: ProductRole;
  /** Role that same-named groups of the destination give the source account at once. */
  readonly joinedRole: ProductRole;
  readonly profile: 'none' | 'active' | 'revoked' | 'migrating' | 'migrated';
  readonly account: 'none' | 'active' | 'suspended';
  readonly role: ProductRole;
  /** What an earlier run left there and linked. */
  readonly copiedBefore: 'none' | 'profile' | 'account';
};

/** A holder by what it is; `stranger` is an account on the destination that is in no plan. */
export type Who =
  { readonly person: number; readonly as: 'profile' | 'account' } | 'stranger' | 'former-user';

export type Copy = {
  readonly people: readonly Described[];
  /** On the source; `sharedHere` are destination members of the organization it will be shared with. */
  readonly arriving: readonly {
    readonly reporter: Who;
    readonly participants: readonly Who[];
    readonly sharedWith: readonly Who[];
    /** Members on the source who do not come along with the customer organization. */
    readonly sharedThereOnly: readonly Who[];
    readonly sharedHere: readonly Who[];
  }[];
  /** On the destination; `joining` are source members of the organization it is shared with. */
  readonly present: readonly {
    readonly reporter: Who;
    readonly participants: readonly Who[];
    readonly sharedWith: readonly Who[];
    readonly joining: readonly Who[];
  }[];
};

const PEOPLE = 5;
const role = fc.constantFrom<ProductRole>('none', 'customer', 'agent');

const described: fc.Arbitrary<Described> = fc
  .record({
    source: fc.constantFrom(
      'portal-only' as const,
      'atlassian' as const,
      'both' as const,
      'deleted' as const,
    ),
    sourceState: fc.constantFrom(
      'active' as const,
      'active' as const,
      'revoked' as const,
      'migrating' as const,
    ),
    sourceAccess: fc.boolean(),
    sourceActive: fc.boolean(),
    sourceRole: role,
    joinedRole: role,
    profile: fc.constantFrom(
      'none' as const,
      'none' as const,
      'active' as const,
      'revoked' as const,
      'migrating' as const,
      'migrated' as const,
    ),
    account: fc.constantFrom('none' as const, 'active' as const, 'suspended' as const),
    role,
    copiedBefore: fc.constantFrom(
      'none' as const,
      'none' as const,
      'none' as const,
      'profile' as const,
      'account' as const,
    ),
  })
  .map((person) => {
    const hasAccount = person.source === 'atlassian' || person.source === 'both';
    // A migrated profile has become its account, which has access to the site (S1).
    const isOrphan = person.profile === 'migrated' && person.account === 'none';
    const account = isOrphan ? 'active' : person.account;
    const left = person.copiedBefore === 'profile' ? person.profile : account;
    return {
      ...person,
      account,
      // Only a source account has groups there, and a link is kept to what is there.
      joinedRole: hasAccount ? person.joinedRole : 'none',
      copiedBefore: person.source === 'deleted' || left === 'none' ? 'none' : person.copiedBefore,
    };
  });

const who: fc.Arbitrary<Who> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      person: fc.nat(PEOPLE - 1),
      as: fc.constantFrom('profile' as const, 'account' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('stranger' as const, 'former-user' as const) },
);
const several = fc.array(who, { maxLength: 2 });

/** A copy of five people with up to six requests each way, attached to what is there. */
export const anyCopy: fc.Arbitrary<Copy> = fc
  .record({
    people: fc.array(described, { minLength: PEOPLE, maxLength: PEOPLE }),
    arriving: fc.array(
      fc.record({
        reporter: who,
        participants: several,
        sharedWith: several,
        sharedThereOnly: several,
        sharedHere: several,
      }),
      { maxLength: 6 },
    ),
    present: fc.array(
      fc.record({ reporter: who, participants: several, sharedWith: several, joining: several }),
      { maxLength: 6 },
    ),
  })
  .map(({ people, arriving, present }) => {
    const atSource = (each: Who) => existing(each, people, isAtSource);
    const here = (each: Who) => existing(each, people, isAtDestination);
    return {
      people,
      arriving: arriving.map((request) => ({
        reporter: atSource(request.reporter),
        participants: request.participants.map(atSource),
        sharedWith: request.sharedWith.map(atSource),
        sharedThereOnly: request.sharedThereOnly.map(atSource),
        sharedHere: request.sharedHere.map(here),
      })),
      present: present.map(({ reporter, participants, sharedWith, joining }) => ({
        reporter: here(reporter),
        participants: participants.map(here),
        sharedWith: sharedWith.map(here),
        joining: joining.map(atSource),
      })),
    };
  });

type Exists = (person: Described, as: 'profile' | 'account') => boolean;

/** A holder that is there, the person's other one, or nobody. */
function existing(each: Who, people: readonly Described[], exists: Exists): Who {
  if (typeof each === 'string') return each;
  const kinds = [each.as, 'profile', 'account'] as const;
  const as = kinds.find((kind) => exists(people[each.person]!, kind));
  return as === undefined ? 'former-user' : { person: each.person, as };
}

function isAtSource({ source }: Described, as: 'profile' | 'account'): boolean {
  if (source === 'both') return true;
  return (source === 'atlassian') === (as === 'account');
}

function isAtDestination({ profile, account }: Described, as: 'profile' | 'account'): boolean {
  // Nothing is attached to a migrated profile any more.
  return as === 'account' ? account !== 'none' : profile !== 'none' && profile !== 'migrated';
}
