import {
  getOrganization,
  getSite,
  listAccounts,
  listGroups,
  listOrganizations,
  listServiceProjects,
  type OrganizationDetail,
} from '#src/application/directory.ts';
import type { GroupRow } from '#src/application/ports.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentAccess, presentAccount, presentActions, presentPage } from '../present.ts';

/** Endpoints of organizations, sites, accounts and groups. */
export const directoryHandlers: Handlers<
  | 'organizations.list'
  | 'organizations.get'
  | 'accounts.list'
  | 'sites.get'
  | 'sites.service-projects'
  | 'groups.list'
> = {
  'organizations.list': transaction((tx, _input, context) =>
    ok({ items: listOrganizations(tx, context).map(presentOrganization) }),
  ),
  'organizations.get': transaction((tx, { params }, context) => {
    const found = getOrganization(tx, params.organizationId, context);
    return found.ok ? ok(presentOrganization(found.value)) : found;
  }),
  'accounts.list': transaction((tx, { params, query }, context) => {
    const page = listAccounts(tx, { ...query, ...params }, context);
    return page.ok ? ok(presentPage(page.value, presentAccount)) : page;
  }),
  'sites.get': transaction((tx, { params }, context) => {
    const found = getSite(tx, params.siteId, context);
    return found.ok ? ok({ ...found.value, actions: presentActions(found.value.actions) }) : found;
  }),
  'sites.service-projects': transaction((tx, { params }) => {
    const projects = listServiceProjects(tx, params.siteId);
    return projects.ok ? ok({ items: [...projects.value] }) : projects;
  }),
  'groups.list': transaction((tx, { params, query }, context) => {
    const page = listGroups(tx, { ...query, ...params }, context);
    return page.ok ? ok(presentPage(page.value, presentGroup)) : page;
  }),
};

function presentGroup({ group, members }: GroupRow) {
  return { ...presentAccess(group), members };
}

function presentOrganization(organization: OrganizationDetail) {
  return {
    ...organization,
    sites: [...organization.sites],
    actions: presentActions(organization.actions),
  };
}
