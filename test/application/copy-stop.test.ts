/* Stopping a run by hand (domain.md 7.3: it first finishes the current step and cannot resume). */
import { beforeEach, expect, test } from 'vitest';
import { runningPlan, forecastPlan } from '#test/http/cases/arrangements.ts';
import { parseReport } from '#test/support/read-zip.ts';
import { openWorld, type World } from '#test/support/world.ts';

type PlanId = `plan_${string}`;

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

/** Starts a run and lets two simulated minutes of it pass. */
async function underWay(projectIds: readonly string[] = []) {
  const params = await runningPlan(world, { projectIds: [...projectIds] });
  world.clock.wallNow += 2_000;
  await world.get('workspace.get');
  return params;
}

test('Stop finishes the current step first, and nothing more happens afterwards (domain.md 7.3)', async () => {
  const params = await underWay();
  const before = await world.get('copy-plans.get', { params });
  const plan = await world.get('copy-plans.stop', { params });
  expect(plan.state).toBe('stopped');
  expect(plan.job).toMatchObject({ state: 'stopped', done: before.job!.done + 1 });
  world.clock.wallNow += 60 * 60_000;
  const later = await world.get('copy-plans.get', { params });
  expect(later).toEqual(plan);
  const planId = params.planId as PlanId;
  expect(world.read((tx) => tx.copyOutcomes.count({ planId, state: 'done' }))).toBe(plan.job!.done);
});

test('a stopped run cannot resume: neither its plan nor its job, and it cannot be changed or deleted (domain.md 7.3)', async () => {
  const params = await underWay();
  const { job } = await world.get('copy-plans.stop', { params });
  const jobParams = { params: { jobId: job!.id } };
  for (const name of ['jobs.stop', 'jobs.resume', 'jobs.retry'] as const) {
    expect((await world.refuse(name, jobParams)).code).toBe('job.wrong-state');
  }
  for (const name of ['copy-plans.forecast', 'copy-plans.delete'] as const) {
    const problem = await world.refuse(name, { params });
    expect(problem).toMatchObject({ code: 'copy-plan.not-editable', facts: { state: 'stopped' } });
  }
  const again = await world.refuse('copy-plans.stop', { params });
  expect(again).toMatchObject({ code: 'copy-plan.not-running', facts: { state: 'stopped' } });
});

test('a running copy is stopped through its plan alone, not as a job', async () => {
  const params = await underWay();
  const { job } = await world.get('copy-plans.get', { params });
  const problem = await world.refuse('jobs.stop', { params: { jobId: job!.id } });
  expect(problem).toMatchObject({ code: 'job.wrong-state', facts: { state: 'running' } });
  expect((await world.get('copy-plans.get', { params })).state).toBe('running');
});

test('with the last step under way, stopping makes the run finished and nothing is missing', async () => {
  const params = await runningPlan(world);
  const { job } = await world.get('copy-plans.get', { params });
  // The last of several hundred customers is due half a second after the one before.
  world.clock.wallNow += Math.floor((job!.endsAt - job!.startedAt - 1) / 60);
  const running = await world.get('copy-plans.get', { params });
  expect(running.job!.done).toBe(running.job!.total - 1);
  const plan = await world.get('copy-plans.stop', { params });
  expect(plan).toMatchObject({ state: 'finished', missing: null, job: { state: 'finished' } });
  expect(world.read((tx) => tx.auditEntries.count({ action: 'copy-plan.stopped' }))).toBe(0);
});

test('the stop is on the record, and customers that were copied receive no message (S2, "Notify customers")', async () => {
  const params = await underWay();
  const planId = params.planId as PlanId;
  const sent = { siteId: 'site_harbor', delivery: 'sent' } as const;
  const { total: before } = await world.get('messages.list', { query: sent });
  const plan = await world.get('copy-plans.stop', { params });
  expect((await world.get('messages.list', { query: sent })).total).toBe(before);
  const [entry] = world.read((tx) => tx.auditEntries.where({ action: 'copy-plan.stopped' }));
  const left = world.read((tx) => tx.copyOutcomes.count({ planId, state: 'pending' }));
  expect(entry).toMatchObject({
    subjectId: planId,
    facts: { name: plan.name, copied: plan.job!.done, left },
  });
  expect(plan.missing).toEqual({ customers: left, projects: 0 });
});

test('a stopped run has its report, which covers what was done', async () => {
  const params = await underWay();
  await world.get('copy-plans.stop', { params });
  const { open } = await world.get('copy-plans.attention', { params });
  expect(open).toBeGreaterThan(0);
  const rows = parseReport(await world.raw('copy-plans.attention-file', { params }));
  expect(rows).toHaveLength(open);
});

test('a stop between two service projects tells which requests arrived, and the next run brings the others', async () => {
  const projectIds = ['project_hs-it', 'project_hs-hr'];
  const params = await runningPlan(world, { projectIds });
  const { job } = await world.get('copy-plans.get', { params });
  const atProjects = (done: number) => done >= job!.total - 2;
  for (let look = 0; look < 4_000; look += 1) {
    const { job: now } = await world.get('copy-plans.get', { params });
    if (atProjects(now!.done)) break;
    world.clock.wallNow += 7;
  }
  const plan = await world.get('copy-plans.stop', { params });
  expect(plan.missing).toEqual({ customers: 0, projects: 1 });
  const first = await arriving(params);
  expect(first.requests).toBeGreaterThan(0);
  expect(first.reported).toBe(first.attached);

  const call = await forecastPlan(world, { projectIds, name: 'The rest' });
  await world.get('copy-plans.run', call);
  await world.finishJobs();
  const rest = await arriving(call.params);
  const source = world.read((tx) =>
    projectIds.reduce(
      (sum, id) => sum + tx.requests.count({ projectId: id as `project_${string}` }),
      0,
    ),
  );
  expect(first.requests + rest.requests).toBe(source);
});

/** Requests that a run brought, and to how many customers it says that they arrived. */
async function arriving({ planId }: { readonly planId: string }) {
  const id = planId as PlanId;
  return world.read((tx) => {
    const links = tx.copyLinks.where({ planId: id, kind: 'request' });
    const outcomes = tx.copyOutcomes.where({ planId: id });
    const brought = new Set(links.map((link) => link.destinationId));
    const requests = tx.queries
      .attachedRequests('site_harbor')
      .filter((request) => brought.has(request.id));
    const attached = outcomes.map(
      ({ attachedTo }) =>
        requests.filter(
          ({ reporterId, participantIds, sharedWithIds }) =>
            attachedTo !== null &&
            attachedTo !== 'former-user' &&
            [reporterId, ...participantIds, ...sharedWithIds].includes(attachedTo),
        ).length,
    );
    return {
      requests: links.length,
      reported: outcomes.reduce((sum, outcome) => sum + outcome.arriving, 0),
      attached: attached.reduce((sum, count) => sum + count, 0),
    };
  });
}
