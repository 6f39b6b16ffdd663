import { notFound } from '#src/application/access.ts';
import { checkCopyPlan } from '#src/application/copy-checks.ts';
import {
  removeCustomerOrganization,
  renameCustomerOrganization,
} from '#src/application/customer-organizations.ts';
import { COPY_CHECKS, type CopyCheck } from '#src/domain/copy-checks.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { checkFile } from '../reports/check-file.ts';

/** How many rows of a check stand on the screen; its file has all of them. */
const FIRST_ROWS = 20;

/** Endpoints of the checks before a run and of the remedies on the source. */
export const copyCheckHandlers: Handlers<
  | 'copy-plans.checks'
  | 'copy-plans.check-file'
  | 'customer-organizations.rename'
  | 'customer-organizations.remove'
> = {
  'copy-plans.checks': transaction((tx, { params, query }, context) => {
    const found = checkCopyPlan(tx, { ...params, shown: query.fingerprint ?? null }, context);
    if (!found.ok) return found;
    const { checks, errors, warnings, grade, reasons } = found.value;
    return ok({
      errors,
      warnings,
      grade,
      reasons: [...reasons],
      checks: {
        permissions: presentCheck(checks.permissions, (row) => row),
        'customer-organizations': presentCheck(checks['customer-organizations'], (row) => ({
          ...row,
          members: {
            source: row.sourceMembers.length,
            destination: row.destinationMembers.length,
            common: row.membersInCommon,
          },
          sourceProjects: [...row.sourceProjects],
          destinationProjects: [...row.destinationProjects],
        })),
        licences: presentCheck(checks.licences, (row) => ({ ...row, groups: [...row.groups] })),
        'existing-groups': presentCheck(checks['existing-groups'], (row) => row),
        'blocked-groups': presentCheck(checks['blocked-groups'], (row) => row),
        'data-changed': presentCheck(checks['data-changed'], ({ shown, present }) => ({
          shown: shown ?? '',
          present,
        })),
      },
    });
  }),
  'copy-plans.check-file': transaction((tx, { params, query }, context) => {
    const found = checkCopyPlan(tx, { ...params, shown: query.fingerprint ?? null }, context);
    if (!found.ok) return found;
    const id = COPY_CHECKS.find((each) => each === params.check);
    return id ? ok(checkFile(id, found.value.checks)) : notFound('check', params.check);
  }),
  'customer-organizations.rename': transaction((tx, { params, body }, context) =>
    renameCustomerOrganization(tx, { ...params, ...body }, context),
  ),
  'customer-organizations.remove': transaction((tx, { params }, context) => {
    const removed = removeCustomerOrganization(tx, params, context);
    return removed.ok ? ok(null) : removed;
  }),
};

function presentCheck<Row, Facts, Wire>(
  { result, facts, rows }: CopyCheck<Row, Facts>,
  present: (row: Row) => Wire,
) {
  return { result, facts, rows: rows.slice(0, FIRST_ROWS).map(present), total: rows.length };
}
