/* One valid record of each kind, to be varied by a test; and a small world with a record in every table. */
import type { AtlassianAccount, DirectoryUser, SiteAccess } from '#src/domain/account.ts';
import type { AttentionRow, CopyOutcome, CopyPlan } from '#src/domain/copy-plan.ts';
import type { Group } from '#src/domain/group.ts';
import type { AccountId, PortalCustomerId, SiteId } from '#src/domain/ids.ts';
import type { ImportFile, ImportRow } from '#src/domain/import.ts';
import type { Job } from '#src/domain/job.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import type { Request } from '#src/domain/request.ts';
import type { Tx, Workspace } from '#src/application/ports.ts';
import { fillServers } from './sample-servers.ts';

export const SITE: SiteId = 'site_1';
export const OTHER_SITE: SiteId = 'site_2';
export const ORGANIZATION = 'organization_1';

export function workspace(values: Partial<Workspace> = {}): Workspace {
  return {
    id: 'workspace',
    scenario: 'demo',
    clock: { simulatedAt: 1_700_000_000_000.25, wallAt: 1_700_000_000_000, speed: 60 },
    persona: 'organization-admin',
    strict: false,
    change: 0,
    ...values,
  };
}

export function customer(
  id: PortalCustomerId,
  values: Partial<PortalCustomer> = {},
): PortalCustomer {
  const email = values.email ?? `${id.slice(3)}@example.com`;
  return {
    id,
    siteId: SITE,
    email,
    emailKey: email.toLowerCase(),
    name: id,
    state: 'active',
    createdAt: 1_600_000_000_000,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
    ...values,
  };
}

export function account(id: AccountId, values: Partial<AtlassianAccount> = {}): AtlassianAccount {
  const email = values.email ?? `account-${id}@example.com`;
  return {
    id,
    email,
    emailKey: email.toLowerCase(),
    name: id,
    emailVerified: true,
    createdAt: 1_600_000_000_000,
    version: 1,
    ...values,
  };
}

export function access(accountId: AccountId, values: Partial<SiteAccess> = {}): SiteAccess {
  return {
    siteId: SITE,
    accountId,
    status: 'active',
    userKey: `key-${accountId}`,
    lastSeenAt: null,
    ...values,
  };
}

export function entry(accountId: AccountId, values: Partial<DirectoryUser> = {}): DirectoryUser {
  return {
    organizationId: ORGANIZATION,
    accountId,
    status: 'active',
    addedAt: 1_600_000_000_000,
    ...values,
  };
}

export function group(id: Group['id'], values: Partial<Group> = {}): Group {
  return {
    id,
    siteId: SITE,
    name: id,
    description: '',
    role: 'customer',
    isDefault: false,
    review: 'none',
    origin: null,
    adminAccess: false,
    adminReview: 'none',
    reviewedAt: null,
    version: 1,
    ...values,
  };
}

export function request(id: Request['id'], values: Partial<Request> = {}): Request {
  return {
    id,
    siteId: SITE,
    projectId: 'project_1',
    key: 'HELP-1',
    summary: 'The printer is on fire',
    status: 'open',
    createdAt: 1_650_000_000_000,
    reporterId: 'qm:1',
    customerOrganizationId: null,
    ...values,
  };
}

function plan(id: CopyPlan['id'], values: Partial<CopyPlan> = {}): CopyPlan {
  return {
    id,
    name: 'Plan',
    flow: 'copy',
    sourcePlaceId: SITE,
    destinationSiteId: OTHER_SITE,
    customers: 'all',
    users: 'all',
    preserveGroupMembership: true,
    projectIds: ['project_1'],
    state: 'saved',
    jobId: null,
    createdAt: 1_650_000_000_000,
    startedAt: null,
    finishedAt: null,
    importedGroupId: null,
    archivedAt: null,
    version: 1,
    ...values,
  };
}

export function outcome(position: number, values: Partial<CopyOutcome> = {}): CopyOutcome {
  return {
    planId: 'plan_1',
    position,
    emailKey: `person-${position}@example.com`,
    email: `Person-${position}@example.com`,
    name: `Person ${position}`,
    sourceHolding: 'portal-only',
    destinationHolding: 'nobody',
    afterHolding: 'portal-only',
    action: 'create',
    attention: [],
    forecastAttention: [],
    sourcePortalCustomerId: null,
    sourceAccountId: null,
    sourceServerUserId: null,
    attachedTo: null,
    canOpenBefore: 0,
    canOpenAfter: 0,
    arriving: 0,
    losing: 0,
    state: 'pending',
    ...values,
  };
}

export function attention(values: Partial<AttentionRow> = {}): AttentionRow {
  return {
    planId: 'plan_1',
    emailKey: 'ada@example.com',
    problem: 'review-group',
    email: 'Ada@example.com',
    name: 'Ada',
    sourceHolding: 'portal-only',
    destinationHolding: 'atlassian',
    afterHolding: 'atlassian',
    siteId: SITE,
    groupId: null,
    portalCustomerId: null,
    ...values,
  };
}

export function job(id: Job['id'], values: Partial<Job> = {}): Job {
  return {
    id,
    kind: 'copy',
    subjectId: 'plan_1',
    siteId: SITE,
    state: 'running',
    actor: 'organization-admin',
    startedAt: 0,
    endsAt: 600_000,
    total: 10,
    done: 0,
    ...values,
  };
}

function importFile(number: number, values: Partial<ImportFile> = {}): ImportFile {
  return {
    importId: 'import_1',
    number,
    name: 'customers.csv',
    sizeBytes: 1234,
    encoding: 'utf-8',
    delimiter: ',',
    format: null,
    kind: null,
    headings: ['Name', 'E-mail'],
    sample: [['Zoë', 'zoe@example.com']],
    mapping: ['name', 'email'],
    fault: null,
    ...values,
  };
}

export function importRow(line: number, values: Partial<ImportRow> = {}): ImportRow {
  return {
    importId: 'import_1',
    fileNumber: 1,
    line,
    cells: ['Zoë', 'zoe@example.com'],
    outcome: 'new',
    emailKey: 'zoe@example.com',
    findings: [],
    ...values,
  };
}

/** Writes at least one record into every table, every nullable field both ways. */
export function fillEveryTable(tx: Tx): void {
  tx.workspace.put(workspace());
  tx.organizations.put({
    id: ORGANIZATION,
    name: 'Nord & Süd',
    experience: 'centralized',
    managedDomains: ['nord.example'],
    singleSignOn: true,
  });
  tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 'source', subscription: 'paid' });
  tx.sites.put({ id: OTHER_SITE, organizationId: ORGANIZATION, name: 'b', subscription: 'free' });
  tx.accounts.put(account('712020:a', { name: '\uFEFFŁukasz\n"=1+1" 🛶', emailVerified: false }));
  tx.directoryUsers.put(entry('712020:a', { status: 'suspended' }));
  tx.siteAccess.put(access('712020:a', { lastSeenAt: 1_699_999_999_999.5 }));
  tx.siteAccess.put(access('712020:a', { siteId: OTHER_SITE, status: 'suspended' }));
  tx.groups.put(group('group_1', { isDefault: true }));
  tx.groups.put(
    group('group_2', {
      review: 'approved',
      origin: { planId: 'plan_1', sourcePlaceId: SITE, reason: 'mismatched-customers' },
      reviewedAt: 5,
    }),
  );
  tx.memberships.put({ groupId: 'group_1', accountId: '712020:a' });
  tx.portalCustomers.put(customer('qm:1', { lastLoginAt: 7, failure: 'account-deactivated' }));
  tx.portalCustomers.put(customer('qm:2', { state: 'migrated', migratedTo: '712020:a' }));
  tx.customerOrganizations.put({
    id: 'customer-organization_1',
    siteId: SITE,
    name: 'Küche',
    version: 1,
  });
  tx.customerOrganizationMembers.put({
    customerOrganizationId: 'customer-organization_1',
    holderId: 'qm:1',
  });
  tx.customerOrganizationProjects.put({
    customerOrganizationId: 'customer-organization_1',
    projectId: 'project_1',
  });
  tx.serviceProjects.put({ id: 'project_1', siteId: SITE, key: 'HELP', name: 'Help' });
  tx.requests.put(request('request_1', { customerOrganizationId: 'customer-organization_1' }));
  tx.requests.put(request('request_2', { status: 'resolved', reporterId: 'former-user' }));
  tx.requestParticipants.put({ requestId: 'request_1', holderId: '712020:a' });
  tx.projectReferences.put({
    id: 'reference_1',
    projectId: 'project_1',
    requestId: null,
    place: 'permission',
    name: 'Service Desk Customers',
    subjectId: 'qm:1',
  });
  tx.copyPlans.put(plan('plan_1', { state: 'finished', jobId: 'job_1', startedAt: 1 }));
  tx.copyOutcomes.put(outcome(0, { attention: ['review-group'], attachedTo: '712020:a' }));
  tx.copyLinks.put({
    sourcePlaceId: SITE,
    destinationSiteId: OTHER_SITE,
    sourceId: 'qm:1',
    destinationId: 'qm:3',
    kind: 'holder',
    planId: 'plan_1',
  });
  tx.attentionRows.put(attention({ groupId: 'group_2' }));
  tx.attentionRows.put(attention({ problem: 'upgrade-portal-only', portalCustomerId: 'qm:1' }));
  fillServers(tx);
  tx.imports.put({
    id: 'import_1',
    siteId: SITE,
    state: 'open',
    createdAt: 3,
    version: 2,
    notes: [],
  });
  tx.importFiles.put(importFile(1, { format: 'mapped', kind: 'portal-only', fault: 'no-rows' }));
  tx.importRows.put(
    importRow(2, {
      emailKey: null,
      findings: [{ severity: 'problem', code: 'email-missing', column: null, facts: { line: 2 } }],
    }),
  );
  tx.jobs.put(job('job_1'));
  tx.jobItems.put({
    jobId: 'job_1',
    position: 0,
    subjectId: 'qm:1',
    email: 'a@example.com',
    name: 'A',
    state: 'failed',
    reason: 'wrong-state',
  });
  tx.customerAccess.put({
    siteId: SITE,
    approvedDomains: ['nord.example'],
    portalOnlyAllowed: true,
    portalOnlyDomains: [],
    signUpAllowed: false,
    portalLogin: 'single-sign-on',
    version: 1,
  });
  tx.messages.put({
    id: 'message_1',
    siteId: SITE,
    at: 4,
    to: 'a@example.com',
    kind: 'verify-email',
    facts: { account: 'new' },
  });
  tx.auditEntries.put({
    id: 'audit_1',
    at: 9,
    actor: 'simulator',
    action: 'import.written',
    organizationId: null,
    siteId: SITE,
    subjectId: 'import_1',
    facts: { rows: 3, name: null, dry: false },
    before: null,
    after: { state: 'written' },
  });
}
