/*
 * Where the demo's service projects name people besides as reporter, participant or member (S2,
 * "Copy customers"): fields, comments, a workflow and project roles. Some customers are named
 * there and nowhere else, so that choosing only related customers shows the difference.
 */
import { FORMER_USER, type GroupId, type HolderId } from '../../domain/ids.ts';
import { SERVICE_DESK_CUSTOMERS, type ProjectReference } from '../../domain/project-reference.ts';
import type { Tx } from '../ports.ts';
import type { Holder, Population } from './population.ts';
import type { Random } from './random.ts';
import { byDomain, type SeededRequest } from './requests.ts';
import { groupId, projectId, type SiteKey } from './sites.ts';
import { DESKS, type Desk } from './summaries.ts';

/** A project's own field for people, and the transition that only certain people may make. */
const NAMES: Readonly<Record<string, readonly [field: string, transition: string]>> = {
  'hs-it': ['Approvers', 'Approve change'],
  'hs-facilities': ['Contact on site', 'Release gate pass'],
  'hs-care': ['Delivery contact', 'Accept complaint'],
  'hs-hr': ['Approvers', 'Approve leave'],
  'harbor-freight': ['Approvers', 'Release booking'],
  'harbor-customs': ['Declarant', 'File declaration'],
  'harbor-billing': ['Approvers', 'Approve credit note'],
  'fjord-it': ['Approvers', 'Approve access'],
  'fjord-patients': ['Referring practice', 'Confirm appointment'],
};

type Named = Pick<ProjectReference, 'place' | 'name' | 'subjectId'>;

/** Writes every project's references. */
export function seedReferences(
  tx: Tx,
  random: Random,
  { holders, memberships }: Population,
  requests: readonly SeededRequest[],
): void {
  for (const desk of DESKS) {
    const agents = memberships
      .filter((membership) => membership.groupId === groupId(desk.site, 'agents'))
      .map(({ accountId }) => accountId);
    const customers = holders.filter(({ site, isCurrent }) => site === desk.site && isCurrent);
    const companies = byDomain(customers);
    const own = requests.filter((request) => request.projectId === projectId(desk.project));
    const write = (owner: string, requestId: SeededRequest['id'] | null, named: Named[]) => {
      for (const [index, reference] of distinct(named).entries()) {
        const id = `reference_${owner}-${index + 1}` as const;
        tx.projectReferences.put({
          id,
          projectId: projectId(desk.project),
          requestId,
          ...reference,
        });
      }
    };
    for (const request of own) {
      const colleague = colleagueOf(random, request, companies.get(request.domain) ?? []);
      write(
        request.key.toLowerCase(),
        request.id,
        inRequest(random, desk, request, agents, colleague),
      );
    }
    write(desk.project, null, inProject(random, desk, agents, strangersTo(own, customers)));
  }
}

/** Standard fields, the project's own field, and what people wrote. */
function inRequest(
  random: Random,
  { project }: Desk,
  request: SeededRequest,
  agents: readonly HolderId[],
  colleague: HolderId | undefined,
): Named[] {
  const named: Named[] = [];
  if (request.status === 'open') {
    named.push({ place: 'standard-field', name: 'Assignee', subjectId: random.pick(agents) });
  }
  if (random.chance(0.02)) {
    const subjectId = colleague ?? random.pick(agents);
    named.push({ place: 'standard-field', name: 'Watchers', subjectId });
  }
  if (colleague && random.chance(0.05)) {
    named.push({ place: 'custom-field', name: NAMES[project]![0], subjectId: colleague });
  }
  if (random.chance(0.06)) {
    named.push({ place: 'content', name: 'Comment', subjectId: request.reporterId });
    if (random.chance(0.3)) {
      named.push({ place: 'content', name: 'Comment', subjectId: random.pick(agents) });
    }
    if (colleague && random.chance(0.3)) {
      named.push({ place: 'content', name: 'Mention', subjectId: colleague });
    }
  }
  return named;
}

/** The workflow's transition and the project roles. */
function inProject(
  random: Random,
  { site, project }: Desk,
  agents: readonly HolderId[],
  strangers: readonly Holder[],
): Named[] {
  const transition = NAMES[project]![1];
  const approver = strangers.length > 0 ? random.pick(strangers).id : random.pick(agents);
  return [
    { place: 'workflow', name: transition, subjectId: random.pick(agents) },
    { place: 'workflow', name: transition, subjectId: approver },
    ...administrators(site, agents).map((subjectId) => role('Administrators', subjectId)),
    role('Service Desk Team', groupId(site, 'agents')),
    ...Array.from({ length: strangers.length > 0 ? 3 + random.below(3) : 0 }, () =>
      role(SERVICE_DESK_CUSTOMERS, random.pick(strangers).id),
    ),
  ];
}

function role(name: string, subjectId: HolderId | GroupId): Named {
  return { place: 'permission', name, subjectId };
}

function administrators(site: SiteKey, agents: readonly HolderId[]): (HolderId | GroupId)[] {
  return [groupId(site, 'site-admins'), ...agents.slice(0, 1)];
}

/** Somebody of the reporter's company who was a customer already. */
function colleagueOf(
  random: Random,
  { reporterId, createdAt }: SeededRequest,
  company: readonly Holder[],
): HolderId | undefined {
  const colleagues = company.filter(
    ({ id, from }) => id !== reporterId && id !== FORMER_USER && from < createdAt,
  );
  return colleagues.length > 0 ? random.pick(colleagues).id : undefined;
}

/** Customers of the site who neither raised a request of the project nor take part in one. */
function strangersTo(
  requests: readonly SeededRequest[],
  customers: readonly Holder[],
): readonly Holder[] {
  const known = new Set<HolderId>(
    requests.flatMap(({ reporterId, participantIds }) => [reporterId, ...participantIds]),
  );
  return customers.filter(({ id }) => !known.has(id) && id !== FORMER_USER);
}

function distinct(named: readonly Named[]): Named[] {
  return [...new Map(named.map((each) => [JSON.stringify(each), each])).values()];
}
