/* Forecast against reality (issue 4, Build 11), over whole runs: before, during, after, and cut short. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#test/support/exports.ts';
import { fillWorld, projectsOf, randomWorld, SITES } from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';

type Params = { readonly planId: string };

const INPUT = {
  name: 'Move',
  sourceSiteId: 'site_harbor-support',
  destinationSiteId: 'site_harbor',
  customers: 'all' as const,
  users: 'all' as const,
  preserveGroupMembership: true,
  projectIds: [] as string[],
};

async function forecast(world: World, over: Partial<typeof INPUT> = {}) {
  const { id } = await world.get('copy-plans.create', { body: { ...INPUT, ...over } });
  const params: Params = { planId: id };
  return { params, forecast: await world.get('copy-plans.forecast', { params }) };
}

async function started(world: World) {
  const made = await forecast(world);
  const { fingerprint } = made.forecast;
  await world.get('copy-plans.run', { params: made.params, body: { fingerprint } });
  return made;
}

async function fileOf(world: World, params: Params): Promise<Uint8Array> {
  const { body } = await world.raw('copy-plans.attention-file', { params });
  return body!;
}

async function comparedWith(world: World, params: Params, bytes: Uint8Array) {
  return (await world.get('copy-plans.compare-report', { params, bytes })).counts;
}

test('the file of a run is what was forecast, row by row, whatever the world', async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(randomWorld, fc.nat(2), fc.nat(1), async (start, from, step) => {
      const world = await openWorld('blank');
      world.store.write((tx) => fillWorld(tx, start));
      const sourceSiteId = SITES[from]!;
      const destinationSiteId = SITES[(from + 1 + step) % 3]!;
      const projectIds = [...world.read((tx) => projectsOf(tx, sourceSiteId))];
      const { params, forecast: seen } = await forecast(world, {
        sourceSiteId,
        destinationSiteId,
        projectIds,
      });
      const { conflicts, fingerprint, attention } = seen;
      const run = { params, body: { fingerprint } };
      if (conflicts.length === 0 && (await world.raw('copy-plans.run', run)).status === 202) {
        await world.finishJobs();
        const total = attention['review-group'] + attention['upgrade-portal-only'];
        const hits = { hit: total, differs: 0, missed: 0, invented: 0 };
        expect(await comparedWith(world, params, await fileOf(world, params))).toEqual(hits);
        rows += total;
      }
      world.store.close();
    }),
    { numRuns: 60 },
  );
  expect(rows).toBeGreaterThan(0);
}, 120_000);

describe('in the demo', () => {
  test('a saved plan is held beside the real report by its present forecast', async () => {
    const world = await openWorld('demo');
    const { params } = await started(world);
    const saved = await forecast(world, { name: 'The same before its run' });
    await world.finishJobs();
    const file = await fileOf(world, params);
    const real = await comparedWith(world, params, file);
    expect(real).toMatchObject({ differs: 0, missed: 0, invented: 0 });
    // The other plan would copy nobody twice: whatever the run left to do is none of its own.
    expect(await comparedWith(world, saved.params, file)).toEqual({
      hit: 0,
      differs: 0,
      missed: real.hit,
      invented: 0,
    });
  });

  test('what the run came to, and what was worked off since, changes no forecast', async () => {
    const world = await openWorld('demo');
    const { params } = await started(world);
    await world.finishJobs();
    const file = await fileOf(world, params);
    const before = await comparedWith(world, params, file);
    const { importedGroup, destination } = await world.get('copy-plans.get', { params });
    const target = { siteId: destination.id, groupId: importedGroup!.id };
    await world.get('imported-groups.approve', { params: target, body: { access: 'product' } });
    expect(await comparedWith(world, params, file)).toEqual(before);
    const later = await comparedWith(world, params, await fileOf(world, params));
    expect(later.hit + later.invented).toBe(before.hit);
    expect(later.invented).toBeGreaterThan(0);
  });

  test('a run that was stopped keeps the forecast of those whose turn did not come', async () => {
    const world = await openWorld('demo');
    const { params, forecast: seen } = await started(world);
    await world.get('copy-plans.stop', { params });
    const { attention } = seen;
    const total = attention['review-group'] + attention['upgrade-portal-only'];
    const counts = await comparedWith(world, params, utf8('Email,Problem\n'));
    expect(counts).toEqual({ hit: 0, differs: 0, missed: 0, invented: total });
  });

  test('a file in other words and columns is compared by address and what it must mean', async () => {
    const world = await openWorld('demo');
    const { params } = await started(world);
    await world.finishJobs();
    const { items } = await world.get('copy-plans.attention', { params, query: { limit: 200 } });
    const pick = (problem: string) => items.find((row) => row.problem === problem)!.email;
    const lines = [
      'Site;User email address;Problem;Next step',
      `harbor;${pick('upgrade-portal-only').toUpperCase()};A duplicate was found;Do something`,
      `harbor;${pick('review-group')};The role is unclear;Ask somebody`,
      'harbor;nobody@elsewhere.example;The role is unclear;Ask somebody',
      'harbor;;A group is missing;',
    ];
    const bytes = utf8(lines.join('\r\n'));
    const compared = await world.get('copy-plans.compare-report', { params, bytes });
    const said = compared.items.slice(0, 3).map(({ verdict, reported }) => [verdict, reported]);
    expect(said).toEqual([
      ['hit', { line: 2, problem: 'upgrade-portal-only', words: 'A duplicate was found' }],
      ['differs', { line: 3, problem: null, words: 'The role is unclear' }],
      ['missed', { line: 4, problem: null, words: 'The role is unclear' }],
    ]);
    expect(compared.withoutEmail).toBe(1);
    expect(compared.counts.invented).toBe(items.length - 2);
  });
});

test('the flow counts every customer once, before the run and after it', async () => {
  const world = await openWorld('demo');
  const { params, forecast: seen } = await started(world);
  await world.finishJobs();
  const after = await world.get('copy-plans.outcomes', { params });
  expect(after.flow).toEqual(seen.flow);
  for (const { flow, counts } of [seen, after]) {
    const byAction: Record<string, number> = {};
    for (const { action, count } of flow) byAction[action] = (byAction[action] ?? 0) + count;
    expect(byAction).toEqual(counts);
  }
});
