/*
 * Only customers related to the selected projects (S2, "Copy customers"): whom the plan takes, why,
 * and what becomes of the places that name them.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { HolderId } from '#src/domain/ids.ts';
import { SERVICE_DESK_CUSTOMERS, type ProjectReference } from '#src/domain/project-reference.ts';
import {
  addAccount,
  addCustomerOrganization,
  addProfile,
  addRequest,
  copy,
  DESTINATION,
  OTHER_SOURCE_PROJECT,
  outcomeOf,
  planCopy,
  SOURCE,
  SOURCE_PROJECT,
} from '#test/support/two-sites.ts';
import { violations } from '#test/support/invariants.ts';
import { openWorld, type World } from '#test/support/world.ts';

const RELATED = { customers: 'related', users: 'related' } as const;

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

function idOf(name: string): `qm:${string}` {
  return `qm:${SOURCE}:${name}`;
}

type Named = Partial<Omit<ProjectReference, 'subjectId'>> &
  Pick<ProjectReference, 'place' | 'name' | 'subjectId'>;

function addReference(reference: Named): void {
  world.store.write((tx) =>
    tx.projectReferences.put({
      id: `reference_${tx.projectReferences.count({})}`,
      projectId: SOURCE_PROJECT,
      requestId: null,
      ...reference,
    }),
  );
}

/** One person for every way to be related to the project, one of another project, and a stranger. */
function peopleOfEveryKind(): void {
  world.store.write((tx) => {
    for (const name of ['reporter', 'participant', 'member', 'watcher', 'approver', 'author']) {
      addProfile(tx, SOURCE, name);
    }
    for (const name of ['decider', 'invited', 'stranger', 'elsewhere'])
      addProfile(tx, SOURCE, name);
    const participants = [idOf('participant')];
    addRequest(tx, SOURCE, 'First', idOf('reporter'), { participants });
    addCustomerOrganization(tx, SOURCE, 'Aegean Lines', [idOf('member')], [SOURCE_PROJECT]);
    const projectId = OTHER_SOURCE_PROJECT;
    addRequest(tx, SOURCE, 'Other', idOf('elsewhere'), { projectId });
  });
  const requestId = `request_${SOURCE} First` as const;
  const inRequest = { requestId };
  addReference({
    ...inRequest,
    place: 'standard-field',
    name: 'Watchers',
    subjectId: idOf('watcher'),
  });
  addReference({
    ...inRequest,
    place: 'custom-field',
    name: 'Approvers',
    subjectId: idOf('approver'),
  });
  addReference({ ...inRequest, place: 'content', name: 'Comment', subjectId: idOf('author') });
  addReference({ place: 'workflow', name: 'Approve change', subjectId: idOf('decider') });
  addReference({ place: 'permission', name: SERVICE_DESK_CUSTOMERS, subjectId: idOf('invited') });
}

const EVERY_KIND = [
  ['reporter', 'reporter', null],
  ['participant', 'participant', null],
  ['member', 'customer-organization', 'Aegean Lines'],
  ['watcher', 'standard-field', 'Watchers'],
  ['approver', 'custom-field', 'Approvers'],
  ['author', 'content', 'Comment'],
  ['decider', 'workflow', 'Approve change'],
  ['invited', 'permission', SERVICE_DESK_CUSTOMERS],
] as const;

function personIn(planId: string, holderId: string) {
  return world.get('copy-plans.person', { params: { planId, holderId } });
}

function nameEverywhere(subjectId: HolderId): void {
  world.store.write((tx) => addRequest(tx, SOURCE, 'First', subjectId));
  const requestId = `request_${SOURCE} First` as const;
  addReference({ requestId, place: 'content', name: 'Comment', subjectId });
  addReference({ requestId, place: 'custom-field', name: 'Approvers', subjectId });
  addReference({ place: 'workflow', name: 'Approve change', subjectId });
}

/** The places of a site that name somebody, by address. */
function namedOn(siteId: string): string[] {
  return world.read((tx) => {
    const addressOf = (id: string) =>
      tx.portalCustomers.get({ id: id as `qm:${string}` })?.emailKey ??
      (tx.accounts.get({ id: id as `1:${string}` })?.emailKey && `account ${id}`) ??
      tx.groups.get({ id: id as `group_${string}` })?.name ??
      id;
    return tx.projectReferences
      .where({})
      .filter(({ projectId }) => tx.serviceProjects.get({ id: projectId })?.siteId === siteId)
      .map(({ place, name, subjectId, requestId }) => {
        const summary = requestId && tx.requests.get({ id: requestId })?.summary;
        return `${place} ${name}: ${addressOf(subjectId)} (${summary ?? 'project'})`;
      })
      .toSorted();
  });
}

describe('S2: "Only customers related to the selected projects"', () => {
  test('"customers referenced in standard and custom field, user-generated content, workflows and permissions" come along, nobody else', async () => {
    peopleOfEveryKind();
    const params = await copy(world, RELATED);
    const { items } = await world.get('copy-plans.outcomes', { params, query: { limit: 200 } });
    expect(items.map(({ name, action }) => [name, action]).toSorted()).toEqual(
      EVERY_KIND.map(([name]) => [name, 'create']).toSorted(),
    );
    expect(world.read(violations)).toEqual([]);
  });

  test.each(EVERY_KIND)('%s: the reason is told before the run and after it', async (...row) => {
    const [name, kind, what] = row;
    peopleOfEveryKind();
    const reason = { kind, name: what, project: 'Clinic IT' };
    const { id } = await planCopy(world, RELATED);
    const before = await personIn(id, idOf(name));
    expect(before.reasons).toMatchObject([reason]);
    const { planId } = await copy(world, { ...RELATED, name: 'Run' });
    expect((await personIn(planId, idOf(name))).reasons).toEqual(before.reasons);
  });

  test('who is not related has no reason, and who is on another site is not told of', async () => {
    peopleOfEveryKind();
    world.store.write((tx) => addProfile(tx, DESTINATION, 'foreign'));
    const { id } = await planCopy(world, RELATED);
    expect((await personIn(id, idOf('stranger'))).reasons).toEqual([]);
    const params = { planId: id, holderId: `qm:${DESTINATION}:foreign` };
    expect(await world.refuse('copy-plans.person', { params })).toMatchObject({
      code: 'not-found',
    });
  });

  test('"All customers" is the first reason, before what relates the person anyway', async () => {
    peopleOfEveryKind();
    const { id } = await planCopy(world);
    const { reasons } = await personIn(id, idOf('approver'));
    expect(reasons.map(({ kind }) => kind)).toEqual(['all-customers', 'custom-field']);
    const { reasons: stranger } = await personIn(id, idOf('stranger'));
    expect(stranger.map(({ kind }) => kind)).toEqual(['all-customers']);
  });

  test('users are told the choice of users, and membership in a group that the project names', async () => {
    const accountId = world.store.write((tx) => addAccount(tx, SOURCE, 'agent', { role: 'agent' }));
    const group = world.read((tx) => tx.groups.first({ siteId: SOURCE, role: 'agent' }))!;
    addReference({ place: 'permission', name: 'Service Desk Team', subjectId: group.id });
    const all = await planCopy(world);
    expect((await personIn(all.id, accountId)).reasons).toMatchObject([{ kind: 'all-users' }]);
    const members = await planCopy(world, { customers: 'related', users: 'related-and-members' });
    expect((await personIn(members.id, accountId)).reasons).toMatchObject([
      { kind: 'group-member', name: group.name },
    ]);
  });
});

describe('the places that name people arrive with the project', () => {
  test('attached to whom the people are after copying', async () => {
    peopleOfEveryKind();
    world.store.write((tx) => {
      addAccount(tx, DESTINATION, 'approver', { role: 'customer' });
      addProfile(tx, DESTINATION, 'author');
    });
    await copy(world, RELATED);
    expect(namedOn(DESTINATION)).toEqual([
      'content Comment: author@mail.example (First)',
      'custom-field Approvers: account 712020:approver (First)',
      `permission ${SERVICE_DESK_CUSTOMERS}: invited@mail.example (project)`,
      'standard-field Watchers: watcher@mail.example (First)',
      'workflow Approve change: decider@mail.example (project)',
    ]);
    expect(world.read(violations)).toEqual([]);
  });

  test('a group is the one of its name, whether it was there or came along, and none where none is', async () => {
    world.store.write((tx) => {
      const agents = tx.groups.first({ siteId: SOURCE, role: 'agent' })!;
      tx.groups.put({ ...agents, id: 'group_here', name: 'On both' });
      tx.groups.put({ ...agents, id: 'group_there', name: 'On both', siteId: DESTINATION });
      tx.groups.put({ ...agents, id: 'group_new', name: 'Comes along' });
      // Never copied (domain.md 5.1).
      tx.groups.put({ ...agents, id: 'group_never', name: 'site-admins' });
    });
    addReference({ place: 'permission', name: 'Service Desk Team', subjectId: 'group_here' });
    addReference({ place: 'permission', name: 'Managers', subjectId: 'group_new' });
    addReference({ place: 'permission', name: 'Administrators', subjectId: 'group_never' });
    await copy(world);
    expect(namedOn(DESTINATION)).toEqual([
      'permission Managers: Comes along (project)',
      'permission Service Desk Team: On both (project)',
    ]);
    expect(world.read(violations)).toEqual([]);
  });

  test('once: a further run brings only the places in new requests', async () => {
    peopleOfEveryKind();
    await copy(world, RELATED);
    const first = namedOn(DESTINATION);
    world.store.write((tx) => addRequest(tx, SOURCE, 'Second', idOf('reporter')));
    const requestId = `request_${SOURCE} Second` as const;
    addReference({ requestId, place: 'content', name: 'Mention', subjectId: idOf('watcher') });
    await copy(world, { ...RELATED, name: 'Again' });
    expect(namedOn(DESTINATION)).toEqual(
      [...first, 'content Mention: watcher@mail.example (Second)'].toSorted(),
    );
  });
});

describe('the places that name people follow them', () => {
  test('S2, "content associated with deleted customers": it stands under Former user, and nothing else names them', async () => {
    world.store.write((tx) => addProfile(tx, SOURCE, 'ada'));
    nameEverywhere(idOf('ada'));
    const params = { siteId: SOURCE, customerId: idOf('ada') };
    await world.get('portal-customers.delete', { params });
    expect(namedOn(SOURCE)).toEqual(['content Comment: former-user (First)']);
    await copy(world);
    expect(namedOn(DESTINATION)).toEqual(['content Comment: former-user (First)']);
    expect(world.read(violations)).toEqual([]);
  });

  test('S1: a migrated customer is named as the account that it became', async () => {
    world.store.write((tx) => addProfile(tx, SOURCE, 'ada'));
    nameEverywhere(idOf('ada'));
    await world.get('portal-customers.migrate', {
      params: { siteId: SOURCE, customerId: idOf('ada') },
    });
    await world.finishJobs();
    const account = world.read((tx) => tx.accounts.first({ emailKey: 'ada@mail.example' }))!;
    expect(namedOn(SOURCE)).toEqual([
      `content Comment: account ${account.id} (First)`,
      `custom-field Approvers: account ${account.id} (First)`,
      `workflow Approve change: account ${account.id} (project)`,
    ]);
    const params = await copy(world, RELATED);
    expect(await outcomeOf(world, params, 'ada')).toMatchObject({ sourceHolding: 'atlassian' });
    expect(world.read(violations)).toEqual([]);
  });

  test('a duplicate that is merged is named once, where both accounts were', async () => {
    const accountId = world.store.write((tx) => {
      addProfile(tx, SOURCE, 'ada');
      return addAccount(tx, SOURCE, 'ada', { role: 'customer' });
    });
    nameEverywhere(idOf('ada'));
    addReference({ place: 'workflow', name: 'Approve change', subjectId: accountId });
    await world.get('portal-customers.migrate', {
      params: { siteId: SOURCE, customerId: idOf('ada') },
    });
    await world.finishJobs();
    const transitions = namedOn(SOURCE).filter((place) => place.startsWith('workflow'));
    expect(transitions).toEqual([`workflow Approve change: account ${accountId} (project)`]);
  });

  test('S3: an account made portal-only is named so on its site, and as itself elsewhere', async () => {
    const accountId = world.store.write((tx) => {
      const id = addAccount(tx, SOURCE, 'ada', { role: 'customer' });
      return id;
    });
    nameEverywhere(accountId);
    const projectId = 'project_harbor-freight';
    addReference({ projectId, place: 'workflow', name: 'Release', subjectId: accountId });
    await world.get('accounts.convert', { params: { siteId: SOURCE, accountId } });
    expect(namedOn(SOURCE)).toEqual([
      'content Comment: ada@mail.example (First)',
      'custom-field Approvers: ada@mail.example (First)',
      'workflow Approve change: ada@mail.example (project)',
    ]);
    expect(namedOn(DESTINATION)).toEqual([`workflow Release: account ${accountId} (project)`]);
  });
});
