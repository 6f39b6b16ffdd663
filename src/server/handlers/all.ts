import type { RouteName } from '#src/contract/routes.ts';
import type { Handlers } from '../handler.ts';
import { accountConversionHandlers } from './account-conversion.ts';
import { bulkCustomerHandlers } from './bulk-customers.ts';
import { accountHandlers } from './accounts.ts';
import { copyAfterwardsHandlers } from './copy-afterwards.ts';
import { copyCheckHandlers } from './copy-checks.ts';
import { copyForecastHandlers } from './copy-forecasts.ts';
import { copyPeopleHandlers } from './copy-people.ts';
import { copyPlanHandlers } from './copy-plans.ts';
import { copyReportHandlers } from './copy-reports.ts';
import { customerAccessHandlers } from './customer-access.ts';
import { forecastComparisonHandlers } from './forecast-comparison.ts';
import { directoryHandlers } from './directory.ts';
import { downloadHandlers } from './downloads.ts';
import { duplicateHandlers } from './duplicates.ts';
import { helpCenterHandlers } from './help-center.ts';
import { groupHandlers } from './groups.ts';
import { importedGroupHandlers } from './imported-groups.ts';
import { importHandlers } from './imports.ts';
import { jobHandlers } from './jobs.ts';
import { portalCustomerHandlers } from './portal-customers.ts';
import { serverArrivalHandlers } from './server-arrivals.ts';
import { serverAssessmentHandlers } from './server-assessment.ts';
import { serverMigrationHandlers } from './server-migrations.ts';
import { serverPlanHandlers } from './server-plans.ts';
import { serverHandlers } from './servers.ts';
import { serverTaskHandlers } from './server-tasks.ts';
import { serviceProjectHandlers } from './service-projects.ts';
import { trailHandlers } from './trails.ts';
import { workspaceHandlers } from './workspace.ts';

/** One handler for every route: a missing one does not compile. */
export const allHandlers: Handlers<RouteName> = {
  ...workspaceHandlers,
  ...directoryHandlers,
  ...accountHandlers,
  ...accountConversionHandlers,
  ...portalCustomerHandlers,
  ...customerAccessHandlers,
  ...serviceProjectHandlers,
  ...duplicateHandlers,
  ...bulkCustomerHandlers,
  ...helpCenterHandlers,
  ...groupHandlers,
  ...importedGroupHandlers,
  ...copyPlanHandlers,
  ...copyPeopleHandlers,
  ...copyAfterwardsHandlers,
  ...copyCheckHandlers,
  ...copyForecastHandlers,
  ...copyReportHandlers,
  ...forecastComparisonHandlers,
  ...serverArrivalHandlers,
  ...serverAssessmentHandlers,
  ...serverPlanHandlers,
  ...serverMigrationHandlers,
  ...serverHandlers,
  ...serverTaskHandlers,
  ...importHandlers,
  ...jobHandlers,
  ...downloadHandlers,
  ...trailHandlers,
};
