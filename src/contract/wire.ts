/* The records as they cross the border, named: types only, for hooks, patterns and pages. */
import type { ResponseOf } from './api.ts';

export type Workspace = ResponseOf<'workspace.get'>;
export type Organization = ResponseOf<'organizations.get'>;
export type Site = ResponseOf<'sites.get'>;
export type Account = ResponseOf<'accounts.list'>['items'][number];
export type Group = ResponseOf<'groups.list'>['items'][number];
export type PortalCustomer = ResponseOf<'portal-customers.list'>['items'][number];
export type PortalCustomerDetail = ResponseOf<'portal-customers.get'>;
export type ImportedGroup = ResponseOf<'imported-groups.list'>['items'][number];
export type ImportedGroupDetail = ResponseOf<'imported-groups.get'>;
export type CopyPlan = ResponseOf<'copy-plans.get'>;
export type Forecast = ResponseOf<'copy-plans.forecast'>;
export type Outcome = ResponseOf<'copy-plans.outcomes'>['items'][number];
export type AttentionRow = ResponseOf<'copy-plans.attention'>['items'][number];
export type ImportSession = ResponseOf<'imports.get'>;
export type ImportFile = ImportSession['files'][number];
export type ImportRow = ResponseOf<'imports.rows'>['items'][number];
export type Job = ResponseOf<'jobs.get'>;
export type Permission = Site['actions']['viewDirectory'];
