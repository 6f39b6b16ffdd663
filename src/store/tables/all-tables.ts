import type { TableShape } from '../table.ts';
import {
  attentionRowTable,
  copyLinkTable,
  copyOutcomeTable,
  copyPlanTable,
} from './copy-tables.ts';
import {
  accountTable,
  customerAccessTable,
  directoryUserTable,
  groupTable,
  membershipTable,
  organizationTable,
  portalCustomerTable,
  siteAccessTable,
  siteTable,
} from './directory-tables.ts';
import {
  customerOrganizationMemberTable,
  customerOrganizationProjectTable,
  customerOrganizationTable,
  projectReferenceTable,
  requestParticipantTable,
  requestTable,
  serviceProjectTable,
} from './request-tables.ts';
import {
  auditEntryTable,
  importFileTable,
  importRowTable,
  importTable,
  jobItemTable,
  jobTable,
  messageTable,
  workspaceTable,
} from './work-tables.ts';

/** Every table that makes up a workspace: what a reset clears and a workspace file carries. */
export const WORKSPACE_TABLES: readonly TableShape[] = [
  workspaceTable,
  organizationTable,
  siteTable,
  accountTable,
  directoryUserTable,
  siteAccessTable,
  groupTable,
  membershipTable,
  portalCustomerTable,
  customerAccessTable,
  customerOrganizationTable,
  customerOrganizationMemberTable,
  customerOrganizationProjectTable,
  serviceProjectTable,
  requestTable,
  requestParticipantTable,
  projectReferenceTable,
  copyPlanTable,
  copyOutcomeTable,
  copyLinkTable,
  attentionRowTable,
  importTable,
  importFileTable,
  importRowTable,
  jobTable,
  jobItemTable,
  messageTable,
  auditEntryTable,
];
