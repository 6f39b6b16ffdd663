/* The requests of the demo: two years of them, raised by whoever was a customer at the time. */
import type { Instant } from '../../domain/clock.ts';
import { FORMER_USER, type CustomerOrganizationId, type HolderId } from '../../domain/ids.ts';
import type { Request } from '../../domain/request.ts';
import type { Tx } from '../ports.ts';
import { DAY_MS, daysAgo, SCENARIO_START, workingTime } from './calendar.ts';
import type { Membership } from './customer-organizations.ts';
import type { Holder } from './population.ts';
import type { Random } from './random.ts';
import { projectId, projectsOf, SITES } from './sites.ts';
import { DESKS, type Desk } from './summaries.ts';

const OLDEST = daysAgo(728);

/** A request as it was written, with its participants and the domain of its reporter's company. */
export type SeededRequest = Request & {
  readonly participantIds: readonly HolderId[];
  readonly domain: string;
};

/** Writes every project's requests with their participants; returns them. */
export function seedRequests(
  tx: Tx,
  random: Random,
  holders: readonly Holder[],
  memberships: readonly Membership[],
): SeededRequest[] {
  return DESKS.flatMap((desk) => seedDesk(tx, random, desk, holders, memberships));
}

function seedDesk(
  tx: Tx,
  random: Random,
  desk: Desk,
  holders: readonly Holder[],
  memberships: readonly Membership[],
): SeededRequest[] {
  const seeded: SeededRequest[] = [];
  const onSite = holders.filter(({ site }) => site === desk.site);
  const colleagues = byDomain(onSite);
  const organizations = sharedWith(desk, memberships);
  const project = projectsOf(desk.site).find(({ id }) => id === projectId(desk.project));
  if (!project) throw new Error(`No project ${desk.project}`);
  for (const [index, { holder, createdAt }] of raised(random, desk, onSite).entries()) {
    const key = `${project.key}-${index + 1}`;
    const organization = organizations.get(holder.id);
    const request: Request = {
      id: `request_${key.toLowerCase()}`,
      siteId: SITES[desk.site].id,
      projectId: project.id,
      key,
      summary: filledIn(random, desk),
      status: random.chance(openShare(createdAt)) ? 'open' : 'resolved',
      createdAt,
      reporterId: holder.id,
      customerOrganizationId: organization && random.chance(0.45) ? organization : null,
    };
    tx.requests.put(request);
    const others = colleagues.get(holder.company.domain) ?? [];
    const participantIds = [...participants(random, others, request)];
    for (const holderId of participantIds) {
      tx.requestParticipants.put({ requestId: request.id, holderId });
    }
    seeded.push({ ...request, participantIds, domain: holder.company.domain });
  }
  return seeded;
}

/** Who raised a request when, in order of time: some people raise many, some none. */
function raised(
  random: Random,
  desk: Desk,
  onSite: readonly Holder[],
): { readonly holder: Holder; readonly createdAt: Instant }[] {
  const pool = onSite.flatMap((holder) => {
    const asks = desk.from.includes(holder.company.relation) && holder.until > OLDEST;
    const weight = asks ? Math.min(random.below(7), random.below(7)) : 0;
    return Array.from({ length: weight }, () => holder);
  });
  const requests = Array.from({ length: desk.requests }, () => {
    const holder = random.pick(pool);
    const from = Math.max(holder.from, OLDEST);
    return { holder, createdAt: workingTime(random, from, Math.max(from, holder.until)) };
  });
  return requests.toSorted((a, b) => a.createdAt - b.createdAt);
}

/** How likely a request is still open. */
export function openShare(createdAt: Instant): number {
  const days = (SCENARIO_START - createdAt) / DAY_MS;
  if (days < 14) return 0.7;
  return days < 60 ? 0.3 : 0.03;
}

/** One of the desk's summaries, with its gaps filled in. */
export function filledIn(
  random: Random,
  { summaries, places }: Pick<Desk, 'summaries' | 'places'>,
): string {
  return random
    .pick(summaries)
    .replace('{number}', String(10_000 + random.below(90_000)))
    .replace('{place}', random.pick(places));
}

function participants(
  random: Random,
  colleagues: readonly Holder[],
  { createdAt, reporterId }: Request,
): ReadonlySet<HolderId> {
  const chosen = new Set<HolderId>();
  const wanted = random.chance(0.3) ? 1 + random.below(2) : 0;
  for (let number = 0; number < wanted && colleagues.length > 0; number += 1) {
    const { id, from } = random.pick(colleagues);
    if (from < createdAt && id !== reporterId && id !== FORMER_USER) chosen.add(id);
  }
  return chosen;
}

/** Current customers by the domain of their company. */
export function byDomain(holders: readonly Holder[]): Map<string, Holder[]> {
  const companies = new Map<string, Holder[]>();
  for (const holder of holders) {
    if (!holder.isCurrent) continue;
    const { domain } = holder.company;
    const list = companies.get(domain);
    if (list) list.push(holder);
    else companies.set(domain, [holder]);
  }
  return companies;
}

/** The customer organization that each member shares this project's requests with. */
function sharedWith(
  { project }: Desk,
  memberships: readonly Membership[],
): ReadonlyMap<HolderId, CustomerOrganizationId> {
  const organizations = new Map<HolderId, CustomerOrganizationId>();
  for (const { holderId, customerOrganizationId, projects } of memberships) {
    if (projects.includes(project)) organizations.set(holderId, customerOrganizationId);
  }
  return organizations;
}
