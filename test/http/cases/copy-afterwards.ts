import type { BodyOf } from '#src/contract/api.ts';
import type { GroupId, SiteId } from '#src/domain/ids.ts';
import type { World } from '#test/support/world.ts';
import { DESTINATION, finishedPlan, savedPlan } from './arrangements.ts';
import {
  LAST_CHANGE,
  missing,
  unauthorised,
  type Arrange,
  type Cases,
  type Refused,
} from './case.ts';

const ACTION = 'copy-plans.manage';
const params = { planId: 'plan_none' };

type Papers = `copy-plans.${'mailing-file' | 'runbook' | 'runbook-file'}`;
type Approve = 'copy-plans.approve-groups';
type Migrate = 'copy-plans.migrate-duplicates';

const finished: Arrange<Papers> = async (world) => ({ params: await finishedPlan(world) });

const allRows: Arrange<'copy-plans.afterwards'> = async (world) => ({
  params: await finishedPlan(world),
  body: { rows: null },
});

async function notRun(world: World) {
  return { params: { planId: (await savedPlan(world)).id } };
}

/** All pending groups of a finished run, as the dialog sends them. */
const approveAll: Arrange<Approve> = async (world) => {
  const call = { params: await finishedPlan(world) };
  const { approval } = await world.get('copy-plans.afterwards', { ...call, body: {} });
  const groups = approval.groups.map(({ id, version }) => ({ id, version }));
  return { ...call, body: { groups } };
};

/** As many as the dialog counts. */
async function migrateAll(world: World, over: Partial<BodyOf<Migrate>> = {}) {
  const call = { params: await finishedPlan(world) };
  const { duplicates } = await world.get('copy-plans.afterwards', { ...call, body: {} });
  return { ...call, body: { expected: duplicates.ready, ...over } };
}

function strict(world: World) {
  return world.get('workspace.set-strict', { body: { strict: true } });
}

/** So many more duplicates in the report of a finished run. */
export function addDuplicates(world: World, planId: string, count: number): void {
  const siteId: SiteId = DESTINATION;
  world.store.write((tx) => {
    const row = tx.attentionRows.first({
      planId: planId as `plan_${string}`,
      problem: 'upgrade-portal-only',
    })!;
    const customer = tx.portalCustomers.first({ siteId, state: 'active' })!;
    const account = tx.accounts.where({})[0]!;
    for (let number = 0; number < count; number += 1) {
      const email = `twice${number}@many.example`;
      const same = { email, emailKey: email };
      tx.portalCustomers.put({ ...customer, ...same, id: `qm:twice:${number}` });
      tx.accounts.put({ ...account, ...same, id: `9:twice${number}` });
      const access = { status: 'active', userKey: `ug:${number}`, lastSeenAt: null } as const;
      tx.siteAccess.put({ siteId, accountId: `9:twice${number}`, ...access });
      tx.attentionRows.put({ ...row, ...same, portalCustomerId: `qm:twice:${number}` });
    }
  });
}

export const copyAfterwardsCases: Cases<'copy-plans.afterwards' | Approve | Migrate | Papers> = {
  'copy-plans.afterwards': {
    answers: allRows,
    refuses: {
      'not-found': missing('copy plan', params.planId, { params, body: {} }),
      forbidden: unauthorised(ACTION, allRows),
      'copy-plan.no-report-yet': async (world) => ({
        call: { ...(await notRun(world)), body: {} },
        facts: {},
      }),
    },
  },
  'copy-plans.approve-groups': {
    answers: approveAll,
    refuses: {
      'not-found': async (world) => ({
        call: {
          params: await finishedPlan(world),
          body: { groups: [{ id: 'group_none', version: 1 }] },
        },
        facts: { what: 'group', id: 'group_none' },
      }),
      forbidden: unauthorised(ACTION, approveAll),
      'version-conflict': async (world) => {
        const call = await approveAll(world);
        const groups = call.body!.groups.map((group) => ({ ...group, version: 99 }));
        const facts = { expected: 99, current: 1, ...LAST_CHANGE };
        return { call: { ...call, body: { groups } }, facts };
      },
      'copy-plan.no-report-yet': async (world) => ({
        call: { ...(await notRun(world)), body: { groups: [{ id: 'group_none', version: 1 }] } },
        facts: {},
      }),
      'group.already-approved': async (world) => {
        const call = await approveAll(world);
        const approved = await world.get('copy-plans.approve-groups', call);
        const groups = call.body!.groups.map((group) => ({ ...group, version: 2 }));
        const { name } = approved.groups[0]!;
        return { call: { ...call, body: { groups } }, facts: { name, access: 'product' } };
      },
      'licences.exhausted': async (world) => {
        const call = await approveAll(world);
        world.store.write((tx) => {
          const siteId: SiteId = DESTINATION;
          tx.sites.put({ ...tx.sites.get({ id: siteId })!, subscription: 'free' });
          const id = call.body!.groups[0]!.id as GroupId;
          tx.groups.put({ ...tx.groups.get({ id })!, role: 'agent' });
        });
        const used = world.read((tx) => tx.queries.licencesUsed(DESTINATION));
        return { call, facts: { limit: 3, used } };
      },
    },
  },
  'copy-plans.migrate-duplicates': {
    answers: (world) => migrateAll(world),
    refuses: {
      'not-found': missing('copy plan', params.planId, { params, body: { expected: 1 } }),
      forbidden: unauthorised<Migrate>(ACTION, (world) => migrateAll(world)),
      'copy-plan.no-report-yet': async (world) => ({
        call: { ...(await notRun(world)), body: { expected: 0 } },
        facts: {},
      }),
      'strict-mode': async (world) => {
        const call = await migrateAll(world, { what: 'grant' });
        await strict(world);
        return { call, facts: { feature: 'bulk-grant' } };
      },
      'bulk.selection-changed': async (world) => {
        const call = await migrateAll(world);
        const current = call.body.expected;
        const expected = current + 1;
        return {
          call: { ...call, body: { ...call.body, expected } },
          facts: { expected, current },
        };
      },
      'bulk.too-many': async (world): Promise<Refused<Migrate>> => {
        const call = await migrateAll(world);
        addDuplicates(world, call.params.planId, 1_000);
        await strict(world);
        const count = call.body.expected + 1_000;
        return {
          call: { ...call, body: { expected: count } },
          facts: { limit: 1_000, count },
        };
      },
      'bulk.nothing-selected': async (world) => ({
        call: await migrateAll(world, { rows: [], expected: 0 }),
        facts: {},
      }),
    },
  },
  'copy-plans.mailing-file': {
    answers: finished,
    refuses: {
      'not-found': missing('copy plan', params.planId, { params }),
      forbidden: unauthorised(ACTION, finished),
      'copy-plan.no-report-yet': async (world) => ({ call: await notRun(world), facts: {} }),
    },
  },
  'copy-plans.runbook': {
    answers: notRun,
    refuses: {
      'not-found': missing('copy plan', params.planId, { params }),
      forbidden: unauthorised(ACTION, notRun),
    },
  },
  'copy-plans.runbook-file': {
    answers: finished,
    refuses: {
      'not-found': missing('copy plan', params.planId, { params }),
      forbidden: unauthorised(ACTION, notRun),
    },
  },
};
