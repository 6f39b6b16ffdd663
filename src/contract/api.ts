/*
 * The whole API: one endpoint for every route. The page takes only types from here, so that the
 * schemas stay in the backend's chunk.
 */
import type { z } from 'zod';
import { accountEndpoints } from './accounts.ts';
import { auditLogEndpoints } from './audit-log.ts';
import { copyAfterwardsEndpoints } from './copy-afterwards.ts';
import { copyCheckEndpoints } from './copy-checks.ts';
import { copyForecastEndpoints } from './copy-forecasts.ts';
import { copyPeopleEndpoints } from './copy-people.ts';
import { copyPlanEndpoints } from './copy-plans.ts';
import { copyReportEndpoints } from './copy-reports.ts';
import { customerAccessEndpoints } from './customer-access.ts';
import { customerOrganizationEndpoints } from './customer-organizations.ts';
import { directoryEndpoints } from './directory.ts';
import { downloadEndpoints } from './downloads.ts';
import { duplicateEndpoints } from './duplicates.ts';
import type { Endpoint } from './endpoint.ts';
import { groupEndpoints } from './groups.ts';
import { helpCenterEndpoints } from './help-center.ts';
import { importedGroupEndpoints } from './imported-groups.ts';
import { importEndpoints } from './imports.ts';
import { jobEndpoints } from './jobs.ts';
import { messageEndpoints } from './messages.ts';
import { portalCustomerEndpoints } from './portal-customers.ts';
import type { RouteName } from './routes.ts';
import { serverArrivalEndpoints } from './server-arrivals.ts';
import { serverAssessmentEndpoints } from './server-assessment.ts';
import { serverMigrationEndpoints } from './server-migrations.ts';
import { serverEndpoints } from './servers.ts';
import { serverPlanEndpoints } from './server-plans.ts';
import { serverTaskEndpoints } from './server-tasks.ts';
import { serviceProjectEndpoints } from './service-projects.ts';
import { workspaceEndpoints } from './workspace.ts';

export const api = {
  ...workspaceEndpoints,
  ...directoryEndpoints,
  ...accountEndpoints,
  ...groupEndpoints,
  ...portalCustomerEndpoints,
  ...duplicateEndpoints,
  ...customerAccessEndpoints,
  ...serviceProjectEndpoints,
  ...helpCenterEndpoints,
  ...messageEndpoints,
  ...auditLogEndpoints,
  ...importedGroupEndpoints,
  ...copyPlanEndpoints,
  ...copyReportEndpoints,
  ...copyPeopleEndpoints,
  ...copyAfterwardsEndpoints,
  ...copyCheckEndpoints,
  ...copyForecastEndpoints,
  ...customerOrganizationEndpoints,
  ...serverArrivalEndpoints,
  ...serverAssessmentEndpoints,
  ...serverPlanEndpoints,
  ...serverMigrationEndpoints,
  ...serverEndpoints,
  ...serverTaskEndpoints,
  ...importEndpoints,
  ...jobEndpoints,
  ...downloadEndpoints,
} satisfies Record<RouteName, Endpoint>;

export type Api = typeof api;

type Schema<N extends RouteName, Part extends string> = Api[N] extends {
  readonly [P in Part]: infer S extends z.ZodType;
}
  ? S
  : never;

/** What a client writes as path parameters. */
export type ParamsOf<N extends RouteName> = z.input<Schema<N, 'params'>>;
/** What a client may write in the query string. */
export type QueryOf<N extends RouteName> = z.input<Schema<N, 'query'>>;
/** What a client sends as JSON. */
export type BodyOf<N extends RouteName> = z.input<Schema<N, 'body'>>;
/** What a client gets back. */
export type ResponseOf<N extends RouteName> = z.output<Schema<N, 'response'>>;

/** What a handler gets after decoding. */
export type DecodedParams<N extends RouteName> = z.output<Schema<N, 'params'>>;
export type DecodedQuery<N extends RouteName> = z.output<Schema<N, 'query'>>;
export type DecodedBody<N extends RouteName> = z.output<Schema<N, 'body'>>;
