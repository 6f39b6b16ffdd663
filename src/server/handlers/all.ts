import type { RouteName } from '#src/contract/routes.ts';
import type { Handlers } from '../handler.ts';
import { copyPlanHandlers } from './copy-plans.ts';
import { copyReportHandlers } from './copy-reports.ts';
import { directoryHandlers } from './directory.ts';
import { importedGroupHandlers } from './imported-groups.ts';
import { importHandlers } from './imports.ts';
import { jobHandlers } from './jobs.ts';
import { portalCustomerHandlers } from './portal-customers.ts';
import { workspaceHandlers } from './workspace.ts';

/** One handler for every route: a missing one does not compile. */
export const allHandlers: Handlers<RouteName> = {
  ...workspaceHandlers,
  ...directoryHandlers,
  ...portalCustomerHandlers,
  ...importedGroupHandlers,
  ...copyPlanHandlers,
  ...copyReportHandlers,
  ...importHandlers,
  ...jobHandlers,
};
