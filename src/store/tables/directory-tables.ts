/* Organizations, sites, and the people and groups of their directories. */
import type { AtlassianAccount, DirectoryUser, SiteAccess } from '#src/domain/account.ts';
import type { CustomerAccessSettings } from '#src/domain/customer-access-settings.ts';
import type { Group, Membership } from '#src/domain/group.ts';
import type { Organization, Site } from '#src/domain/organization.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import { searchKey } from '#src/domain/search-key.ts';
import { defineTable } from '../table.ts';

/** What people are searched and sorted by, beside the record. */
const personKeys = {
  email_search: (person: { readonly email: string }) => searchKey(person.email),
  name_search: (person: { readonly name: string }) => searchKey(person.name),
};

export const organizationTable = defineTable<Organization, 'id'>({
  name: 'organization',
  key: ['id'],
  fields: {
    id: 'text',
    name: 'text',
    experience: 'text',
    managedDomains: 'list',
    singleSignOn: 'boolean',
  },
});

export const siteTable = defineTable<Site, 'id'>({
  name: 'site',
  key: ['id'],
  fields: { id: 'text', organizationId: 'text', name: 'text', subscription: 'text' },
});

export const accountTable = defineTable<AtlassianAccount, 'id'>({
  name: 'account',
  key: ['id'],
  fields: {
    id: 'text',
    email: 'text',
    emailKey: 'text',
    name: 'text',
    emailVerified: 'boolean',
    createdAt: 'number',
    version: 'number',
  },
  derived: personKeys,
});

export const directoryUserTable = defineTable<DirectoryUser, 'organizationId' | 'accountId'>({
  name: 'directory_user',
  key: ['organizationId', 'accountId'],
  fields: { organizationId: 'text', accountId: 'text', status: 'text', addedAt: 'number' },
});

export const siteAccessTable = defineTable<SiteAccess, 'siteId' | 'accountId'>({
  name: 'site_access',
  key: ['siteId', 'accountId'],
  fields: {
    siteId: 'text',
    accountId: 'text',
    status: 'text',
    userKey: 'text',
    lastSeenAt: 'number',
  },
});

/** `group` is a word of SQL, hence the longer name. */
export const groupTable = defineTable<Group, 'id'>({
  name: 'user_group',
  key: ['id'],
  fields: {
    id: 'text',
    siteId: 'text',
    name: 'text',
    description: 'text',
    role: 'text',
    isDefault: 'boolean',
    review: 'text',
    adminAccess: 'boolean',
    adminReview: 'text',
    origin: 'object',
    reviewedAt: 'number',
    version: 'number',
  },
  derived: { name_search: personKeys.name_search },
});

export const membershipTable = defineTable<Membership, 'groupId' | 'accountId'>({
  name: 'membership',
  key: ['groupId', 'accountId'],
  fields: { groupId: 'text', accountId: 'text' },
});

export const portalCustomerTable = defineTable<PortalCustomer, 'id'>({
  name: 'portal_customer',
  key: ['id'],
  fields: {
    id: 'text',
    siteId: 'text',
    email: 'text',
    emailKey: 'text',
    name: 'text',
    state: 'text',
    createdAt: 'number',
    lastLoginAt: 'number',
    migratedTo: 'text',
    failure: 'text',
    passwordSetAt: 'number',
    version: 'number',
  },
  derived: personKeys,
});

export const customerAccessTable = defineTable<CustomerAccessSettings, 'siteId'>({
  name: 'customer_access',
  key: ['siteId'],
  fields: {
    siteId: 'text',
    approvedDomains: 'list',
    portalOnlyAllowed: 'boolean',
    portalOnlyDomains: 'list',
    signUpAllowed: 'boolean',
    portalLogin: 'text',
    version: 'number',
  },
});
