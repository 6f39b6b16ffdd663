/*
 * The labels of the imitated product, word for word, in one table. The product has renamed much
 * over the years (domain.md 2.2): a newer generation is a second table of the same type, chosen at
 * `labels` below. Everything that is not a label of the product is written where it is shown.
 */

const seedGeneration = {
  // Header and navigation (S1, S0; domain.md 2.1)
  administration: 'Administration',
  overview: 'Overview',
  directory: 'Directory',
  users: 'Users',
  groups: 'Groups',
  products: 'Products',
  sitesAndProducts: 'Sites and products',
  settings: 'Settings',
  userManagement: 'User management',
  jiraServiceManagement: 'Jira Service Management',
  admin: 'Admin',

  // Portal customers (S1; domain.md 3.1)
  portalCustomers: 'Portal customers',
  customer: 'Customer',
  status: 'Status',
  lastLogin: 'Last login',
  actions: 'Actions',
  active: 'Active',
  inactive: 'Inactive',
  migrateToAtlassianAccount: 'Migrate to Atlassian account',
  revokeAccess: 'Revoke access',
  grantAccess: 'Grant access',
  migrate: 'Migrate',
  editFullName: 'Edit full name',
  update: 'Update',
  changePassword: 'Change password',
  savePassword: 'Save password',
  deleteAccount: 'Delete account',
  delete: 'Delete',
  exportCustomers: 'Export customers',

  // Customer access (domain.md 3.3, 3.4)
  customerAccess: 'Customer access',
  approvedDomains:
    'Use approved domains to grant internal customers access to the help center with Atlassian accounts',
  allowPortalOnly:
    'Allow portal-only accounts to be created for new customers accessing the help center',
  onlySpecificDomains: 'Only allow account creation for customers with specific email domains',
  addCustomers: 'Add customers',
  customers: 'Customers',
  serviceDeskCustomers: 'Service Desk Customers',
  noPermissionToInvite: "You don't have permission to invite customers to this service project.",

  // Users (S1; domain.md 2.1)
  showDetails: 'Show details',
  restoreAccess: 'Restore access',
  hasAccessOnSite: 'Has access on site',
  inviteUsers: 'Invite users',
  suspendAccess: 'Suspend access',
  removeUser: 'Remove user',
  addToGroups: 'Add to groups',
  suspended: 'Suspended',
  deactivated: 'Deactivated',
  noProductAccess: 'No product access',
  agentRole: 'User (agent)',
  customerRole: 'Customer',
  noRole: 'None',
  defaultAccessGroup: 'Default access group',

  // Groups (domain.md 1.3, DEFGRP)
  defaultGroup: 'Default group',
  updateDefaultGroupSetting: 'Update default group setting',

  // Audit log
  auditLog: 'Audit log',
  exportLog: 'Export log',

  // Imported groups (S0; domain.md 5)
  importedGroups: 'Imported groups',
  reviewNow: 'review now',
  review: 'Review',
  approve: 'Approve',
  deny: 'Deny',
  productAccess: 'Product access',
  adminAccess: 'Admin access',

  // Copying (S0, S2; domain.md 6.2)
  dataManagement: 'Data management',
  copyProductData: 'Copy product data',
  createCopyPlan: 'Create copy plan',
  howItWorks: 'How it works',
  next: 'Next',
  selectProduct: 'Select a product',
  selectProjects: 'Select projects',
  selectData: 'Select data',
  usersAndGroups: 'Users and groups',
  allUsers: 'All users and groups',
  relatedUsers: 'Users and groups associated with selected projects',
  relatedUsersAndMembers: 'Associated users and groups, and all members of those groups',
  groupMembership: 'Group membership',
  preserveGroupMembership: 'Preserve group membership',
  separateGroupMembership: 'Copy users and groups separately',
  checkForConflicts: 'Check for Conflicts',
  preMigrationChecks: 'Pre-migration checks',
  allCustomers: 'All customers',
  relatedCustomers: 'Only customers related to the selected projects',
  viewDetails: 'View details',
  downloadReport: 'Download report',
  downloadCsv: 'Download CSV',
  conflictingCustomerOrganizations: 'Some customer organizations already exist on the destination',

  // Migrating from a server (S4; domain.md 7.1, 7.3)
  system: 'System',
  migrateToCloud: 'Migrate to cloud',
  migrationAssistant: 'Migration assistant',
  migrationsDashboard: 'Migrations dashboard',
  migrateInAdvance: 'Migrate your users in advance',
  migrateUsers: 'Migrate users',
  migrateYourData: 'Migrate your data',
  allServerCustomers: 'All Jira Service Management customers',
  noCustomers: 'No customers',
  connectToCloud: 'Connect to cloud',
  howToMigrateUsers: 'Choose how to migrate users and group',
  reviewMigration: 'Review migration',
  thisMigrationIncludes: 'This migration includes',

  // Assessing the users of a server (domain.md 7.1, 7.5)
  assessAndPrepare: 'Assess and prepare your users',
  beginAssessing: 'Begin assessing',
  invalidEmailAddresses: 'Invalid email addresses',
  duplicatedEmailAccounts: 'Duplicated email accounts',
  fixOrCustomizeUsers: 'Fix or customize users',
  invalidAsFormerUsers: 'Migrate invalid users as Former users',
  mergeDuplicatedUsers: 'Merge duplicated users',
  newEmailsForDuplicated: 'Create new emails for duplicated users',

  // Account types and RequiresAttention.CSV (S0; domain.md 6.4)
  portalOnly: 'Portal-only',
  atlassianAccount: 'Atlassian account',
  portalOnlyAndAtlassianAccount: 'Portal-only and Atlassian account',
  problem: 'Problem',
  nextStep: 'Next step',
  duplicateAccounts: 'Found duplicate accounts on destination',
  formerUser: 'Former user',
} as const;

/** What a generation of labels must name. */
export type Labels = Readonly<Record<keyof typeof seedGeneration, string>>;

/** The labels in use. */
export const labels: Labels = seedGeneration;
