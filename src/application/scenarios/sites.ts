/* What every scenario has: two organizations, their sites, default groups and service projects. */
import { agentsGroupName, customersGroupName, type Group } from '../../domain/group.ts';
import type { GroupId, ServiceProjectId } from '../../domain/ids.ts';
import type { Organization, Site } from '../../domain/organization.ts';
import type { ServiceProject } from '../../domain/request.ts';
import {
  defaultSettings,
  type CustomerAccessSettings,
} from '../../domain/customer-access-settings.ts';
import type { Tx } from '../ports.ts';

/** What the scenarios call their sites among themselves. */
export type SiteKey = 'support' | 'harbor' | 'fjord';

export const SITE_KEYS: readonly SiteKey[] = ['support', 'harbor', 'fjord'];

const ORGANIZATIONS: readonly Organization[] = [
  {
    id: 'organization_harbor',
    name: 'Harbor Logistics',
    experience: 'centralized',
    managedDomains: ['harbor-logistics.example'],
    singleSignOn: true,
  },
  {
    id: 'organization_fjord',
    name: 'Fjord Clinics',
    experience: 'original',
    managedDomains: [],
    singleSignOn: false,
  },
];

export const SITES: Readonly<Record<SiteKey, Site>> = {
  support: {
    id: 'site_harbor-support',
    organizationId: 'organization_harbor',
    name: 'harbor-support',
    subscription: 'paid',
  },
  harbor: {
    id: 'site_harbor',
    organizationId: 'organization_harbor',
    name: 'harbor',
    subscription: 'paid',
  },
  fjord: {
    id: 'site_fjord-care',
    organizationId: 'organization_fjord',
    name: 'fjord-care',
    subscription: 'paid',
  },
};

/** Projects by the part of the id that follows `project_`. */
const PROJECTS: Readonly<
  Record<SiteKey, readonly (readonly [id: string, key: string, name: string])[]>
> = {
  support: [
    ['hs-it', 'HSIT', 'IT Help'],
    ['hs-facilities', 'HSFAC', 'Facilities'],
    ['hs-care', 'HSCARE', 'Customer Care'],
    ['hs-hr', 'HSHR', 'HR'],
  ],
  harbor: [
    ['harbor-freight', 'FRT', 'Freight Desk'],
    ['harbor-customs', 'CUS', 'Customs Help'],
    ['harbor-billing', 'BILL', 'Billing'],
  ],
  fjord: [
    ['fjord-it', 'CIT', 'Clinic IT'],
    ['fjord-patients', 'PAT', 'Patient Services'],
  ],
};

/**
 * Customer access of each site (domain.md 3.4): on the Harbor sites the company's own people are
 * internal customers, and on one of them nobody else signs up uninvited; the third is as it comes.
 */
const CUSTOMER_ACCESS: Readonly<Record<SiteKey, Partial<CustomerAccessSettings>>> = {
  support: { approvedDomains: ['harbor-logistics.example'], signUpAllowed: false },
  harbor: { approvedDomains: ['harbor-logistics.example'] },
  fjord: {},
};

/** Writes the organizations, sites, customer access, default groups and service projects. */
export function seedSites(tx: Tx): void {
  for (const organization of ORGANIZATIONS) tx.organizations.put(organization);
  for (const key of SITE_KEYS) {
    tx.sites.put(SITES[key]);
    const settings = defaultSettings(SITES[key].id);
    tx.customerAccess.put({ ...settings, ...CUSTOMER_ACCESS[key], version: 1 });
    for (const group of defaultGroups(key)) tx.groups.put(group);
    for (const project of projectsOf(key)) tx.serviceProjects.put(project);
  }
}

/** The service projects of a site. */
export function projectsOf(key: SiteKey): ServiceProject[] {
  return PROJECTS[key].map(([id, projectKey, name]) => ({
    id: projectId(id),
    siteId: SITES[key].id,
    key: projectKey,
    name,
  }));
}

/** The id of a project from the part that follows `project_`. */
export function projectId(name: string): ServiceProjectId {
  return `project_${name}`;
}

/** The id of one of a site's groups. */
export function groupId(key: SiteKey, part: string): GroupId {
  return `group_${SITES[key].name}-${part}`;
}

/** A group that belongs to the site itself. */
export function ownGroup(
  key: SiteKey,
  part: string,
  facts: Pick<Group, 'name' | 'description' | 'role' | 'isDefault'>,
): Group {
  return {
    id: groupId(key, part),
    siteId: SITES[key].id,
    ...facts,
    review: 'none',
    origin: null,
    adminAccess: false,
    adminReview: 'none',
    reviewedAt: null,
    version: 1,
  };
}

function defaultGroups(key: SiteKey): Group[] {
  const { name } = SITES[key];
  return [
    ownGroup(key, 'agents', {
      name: agentsGroupName(name),
      description: 'Agents, who work on requests',
      role: 'agent',
      isDefault: true,
    }),
    ownGroup(key, 'customers', {
      name: customersGroupName(name),
      description: 'Customers with an Atlassian account',
      role: 'customer',
      isDefault: true,
    }),
  ];
}
