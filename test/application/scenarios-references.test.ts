/* The places in the demo's service projects that name people (S2, "Copy customers"). */
import { beforeAll, describe, expect, test } from 'vitest';
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { relatedHolders } from '#src/application/project-references.ts';
import { SERVICE_DESK_CUSTOMERS } from '#src/domain/project-reference.ts';
import type { StoreDump } from '#test/support/store-dump.ts';
import { openStore } from '#src/store/open-store.ts';
import type { Store } from '#src/store/store.ts';
import { violations } from '#test/support/invariants.ts';
import { countBy, seededDump, WALL } from '#test/support/scenario-dump.ts';

let demo: StoreDump;
let store: Store;
beforeAll(async () => {
  demo = await seededDump('demo');
  store = await openStore({ place: 'memory' });
  store.reset((tx) => scenarioByName('demo')!.seed(tx, WALL));
  return () => store.close();
});

test('every project names people in a field of its own, in content, its workflow and its permissions', () => {
  for (const { id, name } of demo.serviceProjects) {
    const references = demo.projectReferences.filter(({ projectId }) => projectId === id);
    expect(Object.keys(countBy(references, ({ place }) => place)).toSorted(), name).toEqual([
      'content',
      'custom-field',
      'permission',
      'standard-field',
      'workflow',
    ]);
    const roles = references.filter(({ place }) => place === 'permission').map((one) => one.name);
    expect(roles, name).toEqual(expect.arrayContaining(['Administrators', 'Service Desk Team']));
  }
  expect(demo.projectReferences.some(({ name }) => name === SERVICE_DESK_CUSTOMERS)).toBe(true);
});

test('every place names somebody who is there', () => {
  expect(store.read(violations)).toEqual([]);
});

describe('only customers related to the selected projects', () => {
  test.each(['project_hs-it', 'project_hs-hr', 'project_hs-care'] as const)(
    'of %s include some whom only such a place names, and leave others out',
    (projectId) => {
      const plan = { sourcePlaceId: 'site_harbor-support', projectIds: [projectId] } as const;
      const related = store.read((tx) => relatedHolders(tx, plan));
      const otherwise = new Set<string>(
        demo.requests
          .filter((request) => request.projectId === projectId)
          .flatMap(({ id, reporterId }) => [
            reporterId,
            ...demo.requestParticipants
              .filter(({ requestId }) => requestId === id)
              .map(({ holderId }) => holderId),
          ]),
      );
      const linked = new Set<string>(
        demo.customerOrganizationProjects
          .filter((link) => link.projectId === projectId)
          .map(({ customerOrganizationId }) => customerOrganizationId),
      );
      for (const { customerOrganizationId, holderId } of demo.customerOrganizationMembers) {
        if (linked.has(customerOrganizationId)) otherwise.add(holderId);
      }
      const byPlaceOnly = [...related].filter((id) => id.startsWith('qm:') && !otherwise.has(id));
      const customers = demo.portalCustomers.filter(
        ({ siteId, state }) => siteId === plan.sourcePlaceId && state === 'active',
      );
      expect(byPlaceOnly.length).toBeGreaterThan(1);
      expect(customers.filter(({ id }) => !related.has(id)).length).toBeGreaterThan(20);
    },
  );
});
