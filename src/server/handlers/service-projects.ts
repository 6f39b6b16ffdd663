import {
  addProjectCustomers,
  rehearseProjectCustomers,
  type ProjectNewcomer,
} from '#src/application/project-admissions.ts';
import { copiedProjects, listProjectCustomers } from '#src/application/project-customers.ts';
import type { DomainError } from '#src/domain/errors.ts';
import { ok, type Result } from '#src/domain/result.ts';
import { rehearsal, transaction, type Handlers } from '../handler.ts';
import { presentPage } from '../present.ts';

/** Endpoints of the customers of one service project. */
export const serviceProjectHandlers: Handlers<`service-projects.${'customers' | 'add-customers' | 'admission' | 'copied'}`> =
  {
    'service-projects.customers': transaction((tx, { params, query }, context) => {
      const found = listProjectCustomers(tx, { ...query, ...params }, context);
      if (!found.ok) return found;
      const { project, ...page } = found.value;
      const rows = presentPage(page, (row) => ({
        ...row,
        customerOrganizations: [...row.customerOrganizations],
      }));
      return ok({ project, ...rows });
    }),
    'service-projects.add-customers': transaction((tx, { params, body }, context) =>
      presentResults(addProjectCustomers(tx, { ...params, ...body }, context)),
    ),
    'service-projects.admission': rehearsal((tx, { params, body }, context) =>
      presentResults(rehearseProjectCustomers(tx, { ...params, ...body }, context)),
    ),
    'service-projects.copied': transaction((tx, { params }, context) => {
      const projects = copiedProjects(tx, params.planId, context);
      return projects.ok ? ok({ items: [...projects.value] }) : projects;
    }),
  };

function presentResults(results: Result<readonly ProjectNewcomer[], DomainError>) {
  return results.ok ? ok({ results: [...results.value] }) : results;
}
