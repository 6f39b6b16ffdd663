import type { Call, World } from '#test/support/world.ts';
import {
  LAST_CHANGE,
  missing,
  unauthorised,
  type Arrange,
  type Cases,
  type Refused,
} from './case.ts';
import { finishedPlan, savedPlan, SOURCE } from './arrangements.ts';

const ACTION = 'copy-plans.manage';
const CONFLICTING = 'customer-organization_harbor-support-northmill';
const ORGANIZATION = { siteId: SOURCE, customerOrganizationId: CONFLICTING };
const NONE = { siteId: SOURCE, customerOrganizationId: 'customer-organization_none' };

type Check = 'copy-plans.checks' | 'copy-plans.check-file';

/** Its service project brings a customer organization along that conflicts. */
const conflicting: Arrange<Check> = async (world) => {
  const plan = await savedPlan(world, { projectIds: ['project_hs-facilities'] });
  return { params: { planId: plan.id, check: 'customer-organizations' } };
};

async function afterRunning(world: World): Promise<Refused<Check>> {
  const params = { ...(await finishedPlan(world)), check: 'licences' };
  return { call: { params }, facts: { state: 'finished' } };
}

function missingPlan() {
  const params = { planId: 'plan_none', check: 'licences' };
  return missing<Check>('copy plan', params.planId, { params });
}

/** Its rename is in the log, and its name in the refusal: nothing lists it any more. */
function renamedMeanwhile<
  N extends 'customer-organizations.rename' | 'customer-organizations.remove',
>(call: Call<N>) {
  return async (world: World): Promise<Refused<N>> => {
    const body = { name: 'Theirs' };
    await world.get('customer-organizations.rename', { params: ORGANIZATION, body, ifMatch: 1 });
    return {
      call: { ...call, ifMatch: 1 },
      facts: { expected: 1, current: 2, ...LAST_CHANGE, by: 'organization-admin', name: 'Theirs' },
    };
  };
}

export const copyCheckCases: Cases<
  Check | 'customer-organizations.rename' | 'customer-organizations.remove'
> = {
  'copy-plans.checks': {
    answers: conflicting,
    refuses: {
      'not-found': missingPlan(),
      forbidden: unauthorised(ACTION, conflicting),
      'copy-plan.not-editable': afterRunning,
    },
  },
  'copy-plans.check-file': {
    answers: conflicting as Arrange<'copy-plans.check-file'>,
    refuses: {
      'not-found': async (world) => {
        const { id: planId } = await savedPlan(world);
        return {
          call: { params: { planId, check: 'weather' } },
          facts: { what: 'check', id: 'weather' },
        };
      },
      forbidden: unauthorised(ACTION, conflicting as Arrange<'copy-plans.check-file'>),
      'copy-plan.not-editable': afterRunning as (
        world: World,
      ) => Promise<Refused<'copy-plans.check-file'>>,
    },
  },
  'customer-organizations.rename': {
    answers: () => ({ params: ORGANIZATION, body: { name: ' Northmill Facilities ' } }),
    refuses: {
      'not-found': missing('customer organization', NONE.customerOrganizationId, {
        params: NONE,
        body: { name: 'Any' },
      }),
      forbidden: unauthorised(ACTION, () => ({ params: ORGANIZATION, body: { name: 'Any' } })),
      'version-conflict': renamedMeanwhile({ params: ORGANIZATION, body: { name: 'Mine' } }),
      'customer-organization.name-missing': () => ({
        call: { params: ORGANIZATION, body: { name: ' \t ' } },
        facts: {},
      }),
      'customer-organization.name-taken': () => ({
        call: { params: ORGANIZATION, body: { name: 'Hamada Parts' } },
        facts: { name: 'Hamada Parts' },
      }),
    },
  },
  'customer-organizations.remove': {
    answers: () => ({ params: ORGANIZATION }),
    refuses: {
      'not-found': missing('customer organization', NONE.customerOrganizationId, { params: NONE }),
      forbidden: unauthorised(ACTION, () => ({ params: ORGANIZATION })),
      'version-conflict': renamedMeanwhile({ params: ORGANIZATION }),
    },
  },
};
