/*
 * Who is related to the selected service projects and why (S2, "Copy customers": "customers
 * referenced in standard and custom field, user-generated content, workflows and permissions").
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HolderId, ServiceProjectId } from '#src/domain/ids.ts';
import type { ReferencePlace } from '#src/domain/project-reference.ts';
import { RELATIONS, relatedTo, whyRelated, type RelatedFacts } from '#src/domain/related.ts';

const ADA: HolderId = 'qm:site:ada';
const BOB: HolderId = '712020:bob';
const IT: ServiceProjectId = 'project_it';
const HR: ServiceProjectId = 'project_hr';
const NOTHING: RelatedFacts = { requests: [], organizations: [], references: [] };

function request(key: string, reporterId: HolderId, participantIds: HolderId[] = []) {
  return { projectId: IT, key, reporterId, participantIds };
}

function reference(place: ReferencePlace, name: string, requestKey: string | null) {
  return { projectId: IT, place, name, subjectId: ADA, requestKey };
}

describe('S2: one person is related by', () => {
  test.each<[string, Partial<RelatedFacts>, object]>([
    [
      'having reported a request',
      { requests: [request('IT-1', ADA), request('IT-2', ADA)] },
      { kind: 'reporter', name: null, requests: 2, example: 'IT-1' },
    ],
    [
      'taking part in one',
      { requests: [request('IT-1', BOB, [ADA])] },
      { kind: 'participant', name: null, requests: 1, example: 'IT-1' },
    ],
    [
      'being a member of a customer organization of the project',
      { organizations: [{ projectId: IT, name: 'Aegean Lines', memberIds: [ADA] }] },
      { kind: 'customer-organization', name: 'Aegean Lines', requests: 0, example: null },
    ],
    [
      'a standard field',
      { references: [reference('standard-field', 'Assignee', 'IT-1')] },
      { kind: 'standard-field', name: 'Assignee', requests: 1, example: 'IT-1' },
    ],
    [
      'a custom field',
      { references: [reference('custom-field', 'Approvers', 'IT-1')] },
      { kind: 'custom-field', name: 'Approvers', requests: 1, example: 'IT-1' },
    ],
    [
      'content that users made',
      { references: [reference('content', 'Mention', 'IT-7')] },
      { kind: 'content', name: 'Mention', requests: 1, example: 'IT-7' },
    ],
    [
      'a workflow',
      { references: [reference('workflow', 'Approve change', null)] },
      { kind: 'workflow', name: 'Approve change', requests: 0, example: null },
    ],
    [
      'a permission',
      { references: [reference('permission', 'Service Desk Customers', null)] },
      { kind: 'permission', name: 'Service Desk Customers', requests: 0, example: null },
    ],
  ])('%s', (_, facts, reason) => {
    const whole = { ...NOTHING, ...facts };
    expect(relatedTo(whole).has(ADA)).toBe(true);
    expect(whyRelated(whole, new Set([ADA]), [IT])).toEqual([{ projectId: IT, ...reason }]);
  });
});

test('Former user and groups are nobody to copy', () => {
  const facts: RelatedFacts = {
    requests: [request('IT-1', 'former-user', ['former-user'])],
    organizations: [],
    references: [
      { ...reference('permission', 'Service Desk Team', null), subjectId: 'group_agents' },
      { ...reference('content', 'Comment', 'IT-1'), subjectId: 'former-user' },
    ],
  };
  expect([...relatedTo(facts)]).toEqual([]);
});

test('reasons are told by kind, then in the order of the projects, then by name', () => {
  const facts: RelatedFacts = {
    requests: [request('IT-1', ADA), { ...request('HR-1', ADA), projectId: HR }],
    organizations: [],
    references: [reference('custom-field', 'B', 'IT-1'), reference('custom-field', 'A', 'IT-1')],
  };
  const told = whyRelated(facts, new Set([ADA]), [HR, IT]);
  expect(told.map(({ kind, projectId, name }) => [kind, projectId, name])).toEqual([
    ['reporter', HR, null],
    ['reporter', IT, null],
    ['custom-field', IT, 'A'],
    ['custom-field', IT, 'B'],
  ]);
});

const HOLDERS = [ADA, BOB, 'qm:site:eve', 'former-user'] as const;
const holder = fc.constantFrom<HolderId>(...HOLDERS);
const project = fc.constantFrom(IT, HR);
const key = fc.constantFrom('R-1', 'R-2', 'R-3');
const anyFacts: fc.Arbitrary<RelatedFacts> = fc.record({
  requests: fc.array(
    fc.record({
      projectId: project,
      key,
      reporterId: holder,
      participantIds: fc.array(holder, { maxLength: 2 }),
    }),
    { maxLength: 5 },
  ),
  organizations: fc.array(
    fc.record({
      projectId: project,
      name: fc.constantFrom('O', 'P'),
      memberIds: fc.uniqueArray(fc.constantFrom<HolderId>(ADA, BOB), { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  references: fc.array(
    fc.record({
      projectId: project,
      place: fc.constantFrom<ReferencePlace>('standard-field', 'content', 'workflow', 'permission'),
      name: fc.constantFrom('N', 'M'),
      subjectId: fc.constantFrom<HolderId | `group_${string}`>(...HOLDERS, 'group_a'),
      requestKey: fc.option(key),
    }),
    { maxLength: 6 },
  ),
});

/** The same question, asked place by place for one person, with nothing shared with the rule. */
function naiveReasons(facts: RelatedFacts, id: HolderId): string[] {
  const found: string[] = [];
  for (const each of [IT, HR]) {
    const requests = facts.requests.filter(({ projectId }) => projectId === each);
    const tell = (kind: string, name: string | null, keys: (string | null)[]) => {
      const distinct = new Set(keys.filter((one) => one !== null));
      if (keys.length > 0) found.push(JSON.stringify([kind, each, name, distinct.size]));
    };
    const keysOf = (some: typeof requests) => some.map((one) => one.key);
    tell('reporter', null, keysOf(requests.filter(({ reporterId }) => reporterId === id)));
    tell(
      'participant',
      null,
      keysOf(requests.filter(({ participantIds }) => participantIds.includes(id))),
    );
    for (const name of ['O', 'P']) {
      const member = facts.organizations.some(
        (one) => one.projectId === each && one.name === name && one.memberIds.includes(id),
      );
      tell('customer-organization', name, member ? [null] : []);
    }
    for (const place of ['standard-field', 'content', 'workflow', 'permission']) {
      for (const name of ['N', 'M']) {
        const named = facts.references.filter(
          (one) =>
            one.projectId === each &&
            one.place === place &&
            one.name === name &&
            one.subjectId === id,
        );
        tell(
          place,
          name,
          named.map(({ requestKey }) => requestKey),
        );
      }
    }
  }
  return found.toSorted();
}

test('over any facts, everybody has exactly the reasons of a naive reading, and nobody else is related', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const related = relatedTo(facts);
      for (const id of HOLDERS) {
        const reasons = whyRelated(facts, new Set([id]), [IT, HR]);
        const told = reasons.map(({ kind, projectId, name, requests }) =>
          JSON.stringify([kind, projectId, name, requests]),
        );
        const expected = id === 'former-user' ? [] : naiveReasons(facts, id);
        expect(told.toSorted()).toEqual(expected);
        expect(related.has(id)).toBe(expected.length > 0);
        const order = reasons.map(({ kind }) => RELATIONS.indexOf(kind));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    }),
  );
});
