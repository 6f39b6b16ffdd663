/* A case for every route: a missing one does not compile. */
import { api } from '#src/contract/api.ts';
import type { Endpoint } from '#src/contract/endpoint.ts';
import type { ProblemCode } from '#src/contract/problem.ts';
import { routeOf, routes, type RouteName } from '#src/contract/routes.ts';
import type { Call, World } from '#test/support/world.ts';
import type { Cases, Refused } from './case.ts';
import { accountConversionCases } from './account-conversion.ts';
import { bulkCases } from './bulk.ts';
import { accountCases } from './accounts.ts';
import { copyCheckCases } from './copy-checks.ts';
import { copyForecastCases } from './copy-forecasts.ts';
import { copyPeopleCases } from './copy-people.ts';
import { copyPlanCases } from './copy-plans.ts';
import { copyStopCases } from './copy-stop.ts';
import { copyAfterwardsCases } from './copy-afterwards.ts';
import { copyReportCases } from './copy-reports.ts';
import { reportComparisonCases } from './report-comparison.ts';
import { customerAccessCases } from './customer-access.ts';
import { directoryCases } from './directory.ts';
import { groupCases } from './groups.ts';
import { helpCenterCases } from './help-center.ts';
import { importedGroupCases } from './imported-groups.ts';
import { importCases } from './imports.ts';
import { downloadCases } from './downloads.ts';
import { jobCases } from './jobs.ts';
import { portalCustomerCases } from './portal-customers.ts';
import { serverArrivalCases } from './server-arrivals.ts';
import { serverAssessmentCases } from './server-assessment.ts';
import { serverMigrationCases } from './server-migrations.ts';
import { serverCases } from './servers.ts';
import { serverTaskCases } from './server-tasks.ts';
import { serverPlanCases } from './server-plans.ts';
import { serviceProjectCases } from './service-projects.ts';
import { trailCases } from './trails.ts';
import { workspaceCases } from './workspace.ts';

const cases: Cases<RouteName> = {
  ...workspaceCases,
  ...directoryCases,
  ...accountCases,
  ...accountConversionCases,
  ...portalCustomerCases,
  ...customerAccessCases,
  ...serviceProjectCases,
  ...bulkCases,
  ...groupCases,
  ...helpCenterCases,
  ...importedGroupCases,
  ...copyPlanCases,
  ...copyPeopleCases,
  ...copyCheckCases,
  ...copyForecastCases,
  ...copyStopCases,
  ...copyReportCases,
  ...copyAfterwardsCases,
  ...reportComparisonCases,
  ...importCases,
  ...serverArrivalCases,
  ...serverAssessmentCases,
  ...serverPlanCases,
  ...serverMigrationCases,
  ...serverCases,
  ...serverTaskCases,
  ...jobCases,
  ...downloadCases,
  ...trailCases,
};

/** A route with its declaration and its case, their types forgotten so that a test can walk over all. */
export type RouteCase = {
  readonly name: RouteName;
  readonly isRead: boolean;
  readonly endpoint: Endpoint;
  readonly answers: (world: World) => Call<RouteName> | Promise<Call<RouteName>>;
  readonly refuses: Readonly<
    Partial<Record<ProblemCode, (world: World) => Refused<RouteName> | Promise<Refused<RouteName>>>>
  >;
};

/** Every route of the contract. */
export const routeCases: readonly RouteCase[] = (Object.keys(routes) as RouteName[]).map(
  (name) => ({
    name,
    isRead: routeOf(name).method === 'GET',
    endpoint: api[name],
    // Calls and routes agree by the type of `cases`; which they are, a walk over all cannot say.
    ...(cases[name] as unknown as Pick<RouteCase, 'answers' | 'refuses'>),
  }),
);
