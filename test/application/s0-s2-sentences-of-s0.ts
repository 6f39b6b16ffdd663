/* S0, sentence by sentence: copying customers whose account types differ between the sites. */
import { expect } from 'vitest';
import {
  addAccount,
  addProfile,
  addRequest,
  copy,
  DESTINATION,
  emailOf,
  opens,
  outcomeOf,
  planCopy,
  SOURCE,
} from '#test/support/two-sites.ts';
import { parseCsvText, unzipped } from '#test/support/read-zip.ts';
import type { World } from '#test/support/world.ts';
import type { S0, TestsOf } from './s0-s2-sentences.ts';

type PlanParams = { readonly planId: string };

/** What the group asks for: a role in the product. */
const PRODUCT = { access: 'product' } as const;

/** ada and ann: portal-only here, Atlassian accounts there; bob: the other way about; cem: portal-only on both. */
function meet(world: World): void {
  world.store.write((tx) => {
    for (const name of ['ada', 'ann']) {
      addRequest(tx, SOURCE, `asked by ${name}`, addProfile(tx, SOURCE, name));
      addAccount(tx, DESTINATION, name);
    }
    const bob = addAccount(tx, SOURCE, 'bob', { role: 'customer' });
    addRequest(tx, SOURCE, 'asked by bob', bob);
    addRequest(tx, DESTINATION, 'asked by bob before', addProfile(tx, DESTINATION, 'bob'));
    addRequest(tx, SOURCE, 'asked by cem', addProfile(tx, SOURCE, 'cem'));
    addProfile(tx, DESTINATION, 'cem');
  });
}

function mismatched(world: World): Promise<PlanParams> {
  meet(world);
  return copy(world);
}

async function report(world: World, params: PlanParams) {
  const { body } = await world.raw('copy-plans.reports-file', { params });
  return unzipped(body!);
}

async function rowsOf(world: World, params: PlanParams) {
  return parseCsvText((await report(world, params))['RequiresAttention.csv']!);
}

/** The group of the report, where the steps find it. */
async function groupOf(world: World, params: PlanParams) {
  const { importedGroup } = await world.get('copy-plans.get', { params });
  return { siteId: DESTINATION, groupId: importedGroup!.id, name: importedGroup!.name };
}

async function groupsToReview(world: World): Promise<number> {
  const site = await world.get('sites.get', { params: { siteId: DESTINATION } });
  return site.counts.importedGroupsPending;
}

async function duplicates(world: World): Promise<string[]> {
  const { items } = await world.get('duplicates.list', { params: { siteId: DESTINATION } });
  return items.map(({ name }) => name);
}

async function migrateBob(world: World): Promise<void> {
  const customerId = `qm:${DESTINATION}:bob`;
  await world.get('portal-customers.migrate', { params: { siteId: DESTINATION, customerId } });
  await world.finishJobs();
}

export const testsOfS0: TestsOf<typeof S0> = {
  async mayHurt(world) {
    await mismatched(world);
    expect(await opens(world, 'ada', SOURCE)).toEqual(['asked by ada']);
    expect(await opens(world, 'ada')).toEqual([]);
    expect(await opens(world, 'bob')).not.toContain('asked by bob before');
    // Whose type is the same on both sites loses nothing.
    expect(await opens(world, 'cem')).toEqual(['asked by cem']);
  },

  async portalOnlyToAtlassian(world) {
    const outcome = await outcomeOf(world, await mismatched(world), 'ada');
    expect(outcome).toMatchObject({
      sourceHolding: 'portal-only',
      destinationHolding: 'atlassian',
      afterHolding: 'atlassian',
      attention: ['review-group'],
    });
  },

  async atlassianToPortalOnly(world) {
    const outcome = await outcomeOf(world, await mismatched(world), 'bob');
    expect(outcome).toMatchObject({
      sourceHolding: 'atlassian',
      destinationHolding: 'portal-only',
      afterHolding: 'both',
      attention: ['upgrade-portal-only'],
    });
  },

  async aggregated(world) {
    const params = await groupOf(world, await mismatched(world));
    const { items } = await world.get('imported-groups.members', { params });
    expect(items.map(({ name }) => name).toSorted()).toEqual(['ada', 'ann']);
    const groups = await world.get('imported-groups.list', { params });
    const gathering = groups.items.filter(({ origin }) => origin.reason === 'mismatched-customers');
    expect(gathering.map(({ id }) => id)).toEqual([params.groupId]);
  },

  async noAccessWithoutRole(world) {
    const params = await groupOf(world, await mismatched(world));
    expect(await opens(world, 'ada')).toEqual([]);
    await world.get('imported-groups.deny', { params, body: PRODUCT });
    expect(await opens(world, 'ada')).toEqual([]);
  },

  async groupReport(world) {
    const params = await mismatched(world);
    const { headers, status } = await world.raw('copy-plans.reports-file', { params });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/zip');
    // Before a run there is no page with a report.
    const { id: planId } = await planCopy(world);
    const problem = await world.refuse('copy-plans.reports-file', { params: { planId } });
    expect(problem.code).toBe('copy-plan.no-report-yet');
  },

  async groupReportFile(world) {
    const files = await report(world, await mismatched(world));
    expect(Object.keys(files)).toContain('RequiresAttention.csv');
    const emails = parseCsvText(files['RequiresAttention.csv']!).map(({ Email }) => Email);
    expect(emails).toEqual(['ada', 'ann', 'bob'].map(emailOf));
  },

  async groupNextStep(world) {
    const params = await mismatched(world);
    const { name } = await groupOf(world, params);
    const naming = (await rowsOf(world, params)).filter((row) => row['Next step']!.includes(name));
    expect(naming.map(({ Email }) => Email)).toEqual(['ada', 'ann'].map(emailOf));
  },

  async groupBanner(world) {
    expect(await groupsToReview(world)).toBe(0);
    const params = await groupOf(world, await mismatched(world));
    const waiting = await groupsToReview(world);
    expect(waiting).toBeGreaterThan(0);
    await world.get('imported-groups.approve', { params, body: PRODUCT });
    expect(await groupsToReview(world)).toBe(waiting - 1);
  },

  async groupReview(world) {
    const params = await groupOf(world, await mismatched(world));
    const group = await world.get('imported-groups.get', { params });
    expect(group).toMatchObject({ review: 'pending', requestedRole: 'customer', members: 2 });
    const requests = group.accesses.map(({ access, effect }) => [access, effect.requests]);
    expect(requests).toEqual([['product', { before: 0, after: 2 }]]);
  },

  async groupApprove(world) {
    const params = await groupOf(world, await mismatched(world));
    await world.get('imported-groups.approve', { params, body: PRODUCT });
    const { items } = await world.get('imported-groups.members', { params });
    expect(items.map(({ role }) => role)).toEqual(['customer', 'customer']);
    expect(await opens(world, 'ada')).toEqual(['asked by ada']);
    expect(await opens(world, 'ann')).toEqual(['asked by ann']);
  },

  async duplicates(world) {
    expect(await duplicates(world)).toEqual([]);
    await mismatched(world);
    expect(await duplicates(world)).toEqual(['bob']);
  },

  async duplicatesSeeNothing(world) {
    meet(world);
    expect(await opens(world, 'bob')).toEqual(['asked by bob before']);
    await copy(world);
    expect(await opens(world, 'bob')).toEqual([]);
  },

  async oneTypeOnly(world) {
    await mismatched(world);
    await migrateBob(world);
    expect(await duplicates(world)).toEqual([]);
    expect(await opens(world, 'bob')).toEqual(['asked by bob', 'asked by bob before']);
  },

  async duplicateReport(world) {
    const rows = await rowsOf(world, await mismatched(world));
    expect(rows.filter(({ Email }) => Email === emailOf('bob'))).toHaveLength(1);
  },

  async duplicateProblem(world) {
    const rows = await rowsOf(world, await mismatched(world));
    const named = rows.filter(
      ({ Problem }) => Problem === 'Found duplicate accounts on destination',
    );
    expect(named.map(({ Email }) => Email)).toEqual([emailOf('bob')]);
  },

  async duplicateMigrate(world) {
    const params = await mismatched(world);
    await migrateBob(world);
    const query = { problem: 'upgrade-portal-only' } as const;
    const { items } = await world.get('copy-plans.attention', { params, query });
    expect(items.map(({ email, state }) => [email, state])).toEqual([[emailOf('bob'), 'done']]);
    const open = (await rowsOf(world, params)).map(({ Email }) => Email);
    expect(open).not.toContain(emailOf('bob'));
  },
};
