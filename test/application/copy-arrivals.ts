/* What a destination holds after copying, by addresses and names, so that two histories compare. */
import type { HolderId, SiteId } from '#src/domain/ids.ts';
import type { StoreTx } from '#src/store/transaction.ts';

/** Everything that runs between two sites brought, with what everybody can open by the last plan's report. */
export function arrived(tx: StoreTx, source: SiteId, siteId: SiteId, last: `plan_${string}`) {
  const address = (id: HolderId) =>
    id === 'former-user'
      ? id
      : id.startsWith('qm:')
        ? `portal-only ${tx.portalCustomers.get({ id: id as `qm:${string}` })!.emailKey}`
        : `account ${tx.accounts.get({ id: id as `712020:${string}` })!.emailKey}`;
  const project = (id: string) => tx.serviceProjects.get({ id: id as `project_${string}` })!.name;
  const organization = (id: string | null) =>
    id && tx.customerOrganizations.get({ id: id as `customer-organization_${string}` })!.name;
  const { organizationId } = tx.sites.get({ id: siteId })!;
  return {
    profiles: sorted(
      tx.portalCustomers.where({ siteId }).map(({ emailKey, state }) => `${emailKey} ${state}`),
    ),
    access: sorted(
      tx.siteAccess
        .where({ siteId })
        .map(({ accountId, status }) => `${address(accountId)} ${status}`),
    ),
    directory: sorted(
      tx.directoryUsers
        .where({ organizationId })
        .map(({ accountId, status }) => `${address(accountId)} ${status}`),
    ),
    // Each run numbers its own group of mismatched customers.
    memberships: sorted(
      tx.groups
        .where({ siteId })
        .flatMap((group) =>
          tx.memberships
            .where({ groupId: group.id })
            .map(
              ({ accountId }) =>
                `${group.origin?.reason === 'mismatched-customers' ? 'mismatched' : group.name} ${group.review} ${address(accountId)}`,
            ),
        ),
    ),
    projects: sorted(tx.serviceProjects.where({ siteId }).map(({ key, name }) => `${key} ${name}`)),
    organizations: sorted(
      tx.customerOrganizations.where({ siteId }).map(({ id, name }) => {
        const key = { customerOrganizationId: id };
        const members = tx.customerOrganizationMembers.where(key);
        const projects = tx.customerOrganizationProjects.where(key);
        return JSON.stringify([
          name,
          sorted(members.map(({ holderId }) => address(holderId))),
          sorted(projects.map(({ projectId }) => project(projectId))),
        ]);
      }),
    ),
    requests: sorted(
      tx.requests
        .where({ siteId })
        .map((request) =>
          JSON.stringify([
            request.summary,
            project(request.projectId),
            address(request.reporterId),
            organization(request.customerOrganizationId),
            sorted(
              tx.requestParticipants
                .where({ requestId: request.id })
                .map(({ holderId }) => address(holderId)),
            ),
          ]),
        ),
    ),
    references: sorted(
      tx.projectReferences
        .where({})
        .filter(({ projectId }) => tx.serviceProjects.get({ id: projectId })?.siteId === siteId)
        .map(({ projectId, requestId, place, name, subjectId }) => {
          const group = tx.groups.get({ id: subjectId as `group_${string}` });
          const request = requestId && tx.requests.get({ id: requestId })!.summary;
          const subject = group?.name ?? address(subjectId as HolderId);
          return JSON.stringify([project(projectId), request, place, name, subject]);
        }),
    ),
    links: sorted(
      tx.copyLinks
        .where({ sourcePlaceId: source, destinationSiteId: siteId })
        .map(({ sourceId, kind }) => `${kind} ${sourceId}`),
    ),
    attention: sorted(
      tx.attentionRows
        .where({})
        .map(({ emailKey, problem, sourceHolding, destinationHolding, afterHolding }) =>
          [emailKey, problem, sourceHolding, destinationHolding, afterHolding].join(' '),
        ),
    ),
    canOpen: sorted(
      tx.copyOutcomes
        .where({ planId: last })
        .map(({ emailKey, afterHolding, canOpenAfter }) =>
          [emailKey, afterHolding, canOpenAfter].join(' '),
        ),
    ),
  };
}

function sorted(texts: readonly string[]): string[] {
  return texts.toSorted();
}
