/* Reads share the latest forecast of a plan; nobody may ever get one of other data. */
import { beforeEach, expect, test } from 'vitest';
import { createForecastMemo } from '#src/application/forecast-memo.ts';
import { forecastPlan, type CopyForecast } from '#src/application/copy-forecast.ts';
import type { CopyPlanId, ServiceProjectId } from '#src/domain/ids.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { DESTINATION, savedPlan } from './cases/arrangements.ts';

let world: World;
let planId: CopyPlanId;
beforeEach(async () => {
  world = await openWorld('demo');
  const { id } = await savedPlan(world, { projectIds: ['project_hs-hr'] });
  planId = id as CopyPlanId;
});

async function shown(): Promise<string> {
  const { fingerprint } = await world.get('copy-plans.forecast', { params: { planId } });
  const { present } = await world.get('copy-plans.forecast-changes', {
    params: { planId },
    query: { shown: fingerprint },
  });
  expect(present).toBe(fingerprint);
  return fingerprint;
}

function computed(): string {
  return world.read((tx) => forecastPlan(tx, tx.copyPlans.get({ id: planId })!).fingerprint);
}

/** Adding this person to a project of the destination changes what the plan would do with them. */
function admission() {
  const projectId: ServiceProjectId = world.read(
    (tx) => tx.serviceProjects.first({ siteId: DESTINATION })!.id,
  );
  const email = world.read((tx) => {
    const { outcomes } = forecastPlan(tx, tx.copyPlans.get({ id: planId })!);
    return outcomes.find(({ destinationHolding }) => destinationHolding === 'nobody')!.email;
  });
  return { params: { siteId: DESTINATION, projectId }, body: { emails: [email] } };
}

test('a forecast that is asked for again is that of the present data, whatever changed in between', async () => {
  const first = await shown();
  expect(first).toBe(computed());
  await world.get('service-projects.add-customers', admission());
  const second = await shown();
  expect(second).toBe(computed());
  expect(second).not.toBe(first);
});

test('a workspace file that is opened again is forecast anew, with counts that never go back', async () => {
  const file = world.store.exportFile();
  await world.get('service-projects.add-customers', admission());
  const later = await shown();
  expect(world.store.importFile(file).ok).toBe(true);
  expect(await shown()).toBe(computed());
  expect(computed()).not.toBe(later);
});

test('one forecast is kept: of the same plan at the same change it is not computed twice', () => {
  const memo = createForecastMemo();
  const asked: string[] = [];
  const forecast = world.read((tx) => forecastPlan(tx, tx.copyPlans.get({ id: planId })!));
  const ask = (id: CopyPlanId, change: number): CopyForecast =>
    memo(id, change, () => {
      asked.push(`${id} ${change}`);
      return forecast;
    });
  ask('plan_1', 1);
  ask('plan_1', 1);
  ask('plan_2', 1);
  ask('plan_1', 2);
  ask('plan_1', 1);
  expect(asked).toEqual(['plan_1 1', 'plan_2 1', 'plan_1 2', 'plan_1 1']);
});
