/* What a migration of a server can choose, each choice with whom it would take (S4; domain.md 7.1). */
import type { CopyPlan, CustomerScope, UserScope } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { CopyPlanId, ServiceProjectId } from '../domain/ids.ts';
import { migratingPeople } from '../domain/migrating-person.ts';
import type { Organization, Site } from '../domain/organization.ts';
import type { ServiceProject } from '../domain/request.ts';
import { ok, type Result } from '../domain/result.ts';
import { customerChoices, exclusionsOf, type ServerChoice } from '../domain/server-choice.ts';
import type { ServerRow } from '../domain/server-table.ts';
import type { Server } from '../domain/server.ts';
import { notFound } from './access.ts';
import { copyOptions, updateCopyPlan } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';
import { authorisedServer } from './server-access.ts';
import { associatedKeys } from './server-plan-people.ts';
import { fixedPeople } from './server-people.ts';

/** What has been chosen so far. */
export type ServerPlanDraft = ServerChoice & {
  readonly serverId: string;
  readonly projectIds: readonly string[];
};

export type ServerPlanOptions = {
  readonly server: Server;
  readonly sites: readonly (Site & { readonly organization: Organization })[];
  readonly projects: readonly (ServiceProject & { readonly requests: number })[];
  /** The choices that there are, and how many people each takes as customers or as users. */
  readonly customers: readonly { readonly choice: CustomerScope; readonly people: number }[];
  readonly users: readonly { readonly choice: UserScope; readonly people: number }[];
  /** Former customers whom the selected projects name: they appear with the data (S4). */
  readonly former: number;
};

const USER_CHOICES: readonly UserScope[] = ['all', 'related', 'related-and-members'];

/** Reads the choices; each count is of the draft with one choice replaced. */
export function serverPlanOptions(
  tx: Tx,
  draft: ServerPlanDraft,
  context: Context,
): Result<ServerPlanOptions, DomainError> {
  const found = authorisedServer(tx, context, draft.serverId);
  if (!found.ok) return found;
  const server = found.value;
  const projects = tx.serviceProjects.where({ siteId: server.id }).map((project) => ({
    ...project,
    requests: tx.requests.count({ projectId: project.id }),
  }));
  const asked = new Set(draft.flow === 'in-advance' ? [] : draft.projectIds);
  const selected = projects.filter(({ id }) => asked.has(id)).map(({ id }) => id);
  const countOf = peopleCounter(tx, server, selected);
  const { flow, customers } = draft;
  // Nobody is chosen out of all in advance, whatever the address asks for.
  const users = flow === 'in-advance' ? 'all' : draft.users;
  return ok({
    server,
    sites: copyOptions(tx, context),
    projects,
    customers: customerChoices(flow, selected.length).map((choice) => ({
      choice,
      people: countOf({ flow, customers: choice, users }, 'customer'),
    })),
    users: (flow === 'in-advance' ? (['all'] as const) : USER_CHOICES).map((choice) => ({
      choice,
      people: countOf({ flow, customers, users: choice }, 'licensed'),
    })),
    former: countOf({ flow, customers, users }, 'former'),
  });
}

function peopleCounter(tx: Tx, { id }: Server, projectIds: readonly ServiceProjectId[]) {
  const people = fixedPeople(tx, id);
  const associated = associatedKeys(tx, { sourcePlaceId: id, projectIds }, people);
  return (choice: ServerChoice, row: ServerRow) =>
    migratingPeople(people, exclusionsOf(people, choice, associated), associated.related).filter(
      (person) => person.row === row,
    ).length;
}

/** Changes a migration of this server that has not run. */
export function updateServerPlan(
  tx: Tx,
  input: Parameters<typeof updateCopyPlan>[1],
  context: Context,
): Result<CopyPlan, DomainError> {
  const server = authorisedServer(tx, context, input.sourcePlaceId);
  if (!server.ok) return server;
  const plan = tx.copyPlans.get({ id: input.planId as CopyPlanId });
  if (plan?.sourcePlaceId !== server.value.id) return notFound('copy plan', input.planId);
  return updateCopyPlan(tx, input, context);
}
