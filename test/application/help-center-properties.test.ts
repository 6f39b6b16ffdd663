/*
 * Random worlds, random steps: what the before/after panel promised is what the help center shows
 * and `canOpenRequest` says once the step was really taken, and looking changes nothing.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BodyOf, ResponseOf } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import type { SiteAccess } from '#src/domain/account.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { canOpenRequest } from '#src/domain/request-access.ts';
import { viewerOf } from '#src/domain/viewer.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { violations } from '#test/support/invariants.ts';
import { fillWorld, randomWorld, SITES } from '#test/support/random-world.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { openWorld, type Call, type World } from '#test/support/world.ts';

type Step = BodyOf<'help-center.compare'>;
type Comparison = ResponseOf<'help-center.compare'>;

const OF_CUSTOMERS = ['migrate', 'revoke', 'grant', 'delete'] as const;
const OF_ACCOUNTS = [
  'suspend',
  'restore',
  'remove',
  'set-site-access',
  'set-role',
  'convert',
  'add-to-group',
  'remove-from-group',
] as const;

/** Which step, on which site, for whom; picked from what is there then. */
const choice = fc.record({
  kind: fc.constantFrom(...OF_CUSTOMERS, ...OF_ACCOUNTS, 'convert' as const),
  site: fc.nat(2),
  pick: fc.nat(20),
  role: fc.constantFrom('agent' as const, 'customer' as const, 'none' as const),
  hasAccess: fc.boolean(),
});

type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

test('what a step was said to change for a person is what it changes', async () => {
  const taken = new Set<string>();
  const moved = { gained: 0, lost: 0 };
  await fc.assert(
    fc.asyncProperty(
      randomWorld,
      fc.array(choice, { minLength: 2, maxLength: 8 }),
      async (start, choices) => {
        const world = await openWorld('blank');
        world.store.write((tx) => {
          fillWorld(tx, start);
        });
        for (const chosen of choices) {
          const siteId = world.read((tx) => siteFor(tx, chosen));
          const step = world.read((tx) => stepIn(tx, siteId, chosen));
          if (!step) continue;
          const { name, gained, lost } = await promisedAndKept(world, siteId, step);
          taken.add(name);
          moved.gained += gained;
          moved.lost += lost;
        }
        expect(world.read(violations)).toEqual([]);
        world.store.close();
      },
    ),
    // The same worlds each time, since all kinds of steps must be met in them.
    { numRuns: 60, seed: 8 },
  );
  // Every kind of step must have been taken by somebody, and not only refused.
  expect([...taken]).toEqual(expect.arrayContaining([...OF_CUSTOMERS, ...OF_ACCOUNTS]));
  // Nor may the promises have been empty ones.
  expect(Math.min(moved.gained, moved.lost)).toBeGreaterThan(0);
}, 120_000);

/** Takes the step after looking at it; answers its name, or its refusal, and what it moved. */
async function promisedAndKept(world: World, siteId: SiteId, step: Step): Promise<Kept> {
  const params = { siteId };
  const dump = dumpOf(world.store);
  const promised = await world.get('help-center.compare', { params, body: step });
  expect(dumpOf(world.store)).toEqual(dump);

  const { email } = promised;
  const openBefore = world.read((tx) => openRequests(tx, siteId, email));
  const licencesBefore = world.read((tx) => tx.queries.licencesUsed(siteId));
  expect(promised.before.requestsOpen).toBe(openBefore.length);

  const { name, call } = world.read((tx) => routeOfStep(tx, siteId, step));
  const response = await world.raw(name, call);
  const refusal = response.status < 400 ? null : codeOf(response.body);
  expect([step.step, promised.refusal?.code ?? null]).toEqual([step.step, refusal]);
  await world.finishJobs();

  const openAfter = world.read((tx) => openRequests(tx, siteId, email));
  const kept = await world.get('help-center.view', { params, query: { email } });
  expect([step, nameless(kept.standing)]).toEqual([step, nameless(promised.after)]);
  expect(promised.after.requestsOpen).toBe(openAfter.length);
  expect(idsOf(promised.gained)).toEqual(openAfter.filter((id) => !openBefore.includes(id)));
  expect(idsOf(promised.lost)).toEqual(openBefore.filter((id) => !openAfter.includes(id)));
  expect(world.read((tx) => tx.queries.licencesUsed(siteId)) - licencesBefore).toBe(
    promised.after.licences - promised.before.licences,
  );
  return {
    name: refusal ? `${step.step} ${refusal}` : step.step,
    gained: promised.gained.length,
    lost: promised.lost.length,
  };
}

/** Requests that came into reach and went out of it. */
type Kept = { readonly name: string; readonly gained: number; readonly lost: number };

function stepIn(tx: StoreTx, siteId: SiteId, chosen: Choice): Step | undefined {
  const { kind, pick } = chosen;
  if (isOneOf(OF_CUSTOMERS, kind)) {
    const customers = tx.portalCustomers.where({ siteId }).filter((c) => c.state !== 'deleted');
    const customer = customers[pick % Math.max(1, customers.length)];
    return customer && { step: kind, customerId: customer.id };
  }
  const { organizationId } = tx.sites.get({ id: siteId })!;
  const entries = tx.directoryUsers.where({ organizationId });
  const convertible = convertibleOn(tx, siteId);
  const candidates = kind === 'convert' && convertible.length > 0 ? convertible : entries;
  const accountId = candidates[pick % Math.max(1, candidates.length)]?.accountId;
  const groups = tx.groups.where({ siteId });
  const groupId = groups[pick % Math.max(1, groups.length)]?.id;
  if (!accountId) return undefined;
  switch (kind) {
    case 'set-site-access':
      return { step: kind, accountId, hasAccess: chosen.hasAccess };
    case 'set-role':
      return { step: kind, accountId, role: chosen.role };
    case 'add-to-group':
    case 'remove-from-group':
      return groupId && { step: kind, accountId, groupId };
    default:
      return { step: kind, accountId };
  }
}

/** Most people can never be converted: that step goes where somebody can, if there is such a site. */
function siteFor(tx: StoreTx, { kind, site }: Choice): SiteId {
  const chosen = SITES[site]!;
  if (kind !== 'convert') return chosen;
  return [chosen, ...SITES].find((siteId) => convertibleOn(tx, siteId).length > 0) ?? chosen;
}

/** Accounts that are on this site only, and have no portal-only account there. */
function convertibleOn(tx: StoreTx, siteId: SiteId): readonly SiteAccess[] {
  return tx.siteAccess.where({ siteId }).filter(({ accountId }) => {
    const { emailKey: key } = tx.accounts.get({ id: accountId })!;
    const isElsewhere = tx.siteAccess.count({ accountId }) > 1;
    return !isElsewhere && !tx.queries.portalCustomerByEmail(siteId, key);
  });
}

function isOneOf<T extends string>(kinds: readonly T[], kind: string): kind is T {
  return (kinds as readonly string[]).includes(kind);
}

const ROUTES: Readonly<Record<Step['step'], RouteName>> = {
  migrate: 'portal-customers.migrate',
  revoke: 'portal-customers.revoke',
  grant: 'portal-customers.grant',
  delete: 'portal-customers.delete',
  suspend: 'accounts.suspend',
  restore: 'accounts.restore',
  remove: 'accounts.remove',
  'set-site-access': 'accounts.set-site-access',
  'set-role': 'accounts.set-role',
  convert: 'accounts.convert',
  'add-to-group': 'groups.add-member',
  'remove-from-group': 'groups.remove-member',
};

/** The step as the console takes it: each route takes from this what its path and body name. */
function routeOfStep(tx: StoreTx, siteId: SiteId, step: Step) {
  const { organizationId } = tx.sites.get({ id: siteId })!;
  const call = { params: { organizationId, siteId, ...step }, body: step };
  return { name: ROUTES[step.step], call: call as unknown as Call<RouteName> };
}

/** What the person behind an address opens on a site, straight from `canOpenRequest`, by id. */
function openRequests(tx: StoreTx, siteId: SiteId, email: string): string[] {
  const key = emailKey(email);
  const account = tx.accounts.first({ emailKey: key });
  const row = account && tx.queries.accountsOn(siteId).find((r) => r.account.id === account.id);
  const viewer = viewerOf(siteId, {
    portalCustomer: tx.queries.portalCustomerByEmail(siteId, key),
    account: row && {
      accountId: row.account.id,
      accessActive: row.state === 'active',
      role: row.role,
    },
  });
  if (!viewer) return [];
  const all = tx.queries.attachedRequests(siteId);
  return idsOf(all.filter((request) => canOpenRequest(viewer, request)));
}

function idsOf(requests: readonly { readonly id: string }[]): string[] {
  return requests.map(({ id }) => id).toSorted();
}

/** A standing without the ids, which a new account gets only when it is really made. */
function nameless({ portalOnly, atlassian, ...standing }: Comparison['after']) {
  return {
    ...standing,
    portalOnly: portalOnly && { ...portalOnly, id: '' },
    atlassian: atlassian && { ...atlassian, id: '' },
  };
}

function codeOf(body: Uint8Array | null): string {
  const { code } = JSON.parse(new TextDecoder().decode(body ?? new Uint8Array())) as Problem;
  return code;
}

type Problem = { readonly code: string };
