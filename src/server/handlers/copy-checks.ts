import { notFound } from '#src/application/access.ts';
import { checkCopyPlan, excludeServerCheck } from '#src/application/copy-checks.ts';
import {
  removeCustomerOrganization,
  renameCustomerOrganization,
} from '#src/application/customer-organizations.ts';
import type { CheckedServerPlan } from '#src/application/server-checks.ts';
import { COPY_CHECKS, type CopyCheck } from '#src/domain/copy-checks.ts';
import { KEPT_MS } from '#src/domain/kept-check.ts';
import { ok } from '#src/domain/result.ts';
import {
  SERVER_CHECK_GROUPS,
  SERVER_CHECK_IDS,
  SERVER_CHECKS,
  type CheckedPerson,
  type CheckedProject,
} from '#src/domain/server-checks.ts';
import { transaction, type Handlers } from '../handler.ts';
import { checkFile } from '../reports/check-file.ts';
import { serverCheckFile } from '../reports/server-check-file.ts';

/** How many rows of a check stand on the screen; its file has all of them. */
const FIRST_ROWS = 20;

/** Endpoints of the checks before a run and of the remedies on the source. */
export const copyCheckHandlers: Handlers<
  | 'copy-plans.checks'
  | 'copy-plans.check-file'
  | 'copy-plans.exclude-check'
  | 'customer-organizations.rename'
  | 'customer-organizations.remove'
> = {
  'copy-plans.checks': transaction((tx, { params, query }, context) => {
    const found = checkCopyPlan(tx, { ...params, shown: query.fingerprint ?? null }, context);
    if (!found.ok) return found;
    const { checks, server, errors, warnings, grade, reasons } = found.value;
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
      server: server && presentServerChecks(server),
    });
  }),
  'copy-plans.check-file': transaction((tx, { params, query }, context) => {
    const found = checkCopyPlan(tx, { ...params, shown: query.fingerprint ?? null }, context);
    if (!found.ok) return found;
    const { checks, server } = found.value;
    const own = SERVER_CHECK_IDS.find((each) => each === params.check);
    const id = COPY_CHECKS.find((each) => each === params.check);
    if (server && own && own !== id) return ok(serverCheckFile(own, server.checks));
    return id ? ok(checkFile(id, checks)) : notFound('check', params.check);
  }),
  'copy-plans.exclude-check': transaction((tx, { params, body, ifMatch }, context) => {
    const input = { ...params, ...body, expectedVersion: ifMatch };
    const excluded = excludeServerCheck(tx, input, context);
    return excluded.ok ? ok(null) : excluded;
  }),
  'customer-organizations.rename': transaction((tx, { params, body, ifMatch }, context) =>
    renameCustomerOrganization(tx, { ...params, ...body, expectedVersion: ifMatch }, context),
  ),
  'customer-organizations.remove': transaction((tx, { params, ifMatch }, context) => {
    const input = { ...params, expectedVersion: ifMatch };
    const removed = removeCustomerOrganization(tx, input, context);
    return removed.ok ? ok(null) : removed;
  }),
};

function presentServerChecks({ checks, standings }: CheckedServerPlan) {
  const people = (check: CopyCheck<CheckedPerson>) => presentCheck(check, presentPerson);
  const projects = (check: CopyCheck<CheckedProject>) => presentCheck(check, (row) => row);
  return {
    checks: {
      'destination-busy': presentCheck(checks['destination-busy'], (row) => row),
      'invalid-addresses': people(checks['invalid-addresses']),
      'duplicated-addresses': people(checks['duplicated-addresses']),
      'inactive-directories': people(checks['inactive-directories']),
      'two-accounts': people(checks['two-accounts']),
      'stays-atlassian': people(checks['stays-atlassian']),
      'left-out-named': people(checks['left-out-named']),
      'never-raised': people(checks['never-raised']),
      'project-names': projects(checks['project-names']),
      'site-not-empty': presentCheck(checks['site-not-empty'], (row) => row),
      'copied-before': projects(checks['copied-before']),
    },
    groups: SERVER_CHECK_GROUPS.map((group) => ({
      group,
      checks: SERVER_CHECK_IDS.filter((id) => SERVER_CHECKS[id].group === group).map((check) => {
        const { result, keptAt, excluded } = standings[check];
        const { key, excludable } = SERVER_CHECKS[check];
        const kept = keptAt === null ? null : { at: keptAt, until: keptAt + KEPT_MS };
        return { check, key, result, kept, excludable, excluded };
      }),
    })),
  };
}

function presentPerson({ userName, name, email, why }: CheckedPerson) {
  return { userName, name, email, why };
}

function presentCheck<Row, Facts, Wire>(
  { result, facts, rows }: CopyCheck<Row, Facts>,
  present: (row: Row) => Wire,
) {
  return { result, facts, rows: rows.slice(0, FIRST_ROWS).map(present), total: rows.length };
}
