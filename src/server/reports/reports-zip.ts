/* The full report of a run: one zip of CSV files (names of domain.md 6.5). */
import { zipSync } from 'fflate';
import { liveAttention } from '#src/application/attention.ts';
import { copierOf, earlierRuns, sourceFinder } from '#src/application/copy-left-out.ts';
import { missingFromRun } from '#src/application/copy-run-end.ts';
import { placeOfPlan } from '#src/application/plan-route.ts';
import type { Tx } from '#src/application/ports.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { Instant } from '#src/domain/clock.ts';
import type { Group } from '#src/domain/group.ts';
import type { CustomerOrganizationId, ServiceProjectId } from '#src/domain/ids.ts';
import {
  COPIED_CUSTOMERS_HEADINGS,
  COPIED_GROUPS_HEADINGS,
  COPIED_PLACES_HEADINGS,
} from '#src/domain/own-files.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { ATTENTION_FILE, attentionCsv } from './attention-report.ts';
import {
  ERROR_LOG_HEADINGS,
  errorRows,
  PRE_MIGRATION_HEADINGS,
  preMigrationRows,
} from './migration-reports.ts';
import {
  customersText,
  holdingText,
  leftOutText,
  outcomeText,
  reviewText,
  roleText,
  usersText,
} from './report-words.ts';

/** Builds the zip. Its bytes depend on the data alone: entries carry the run's own time. */
export function reportsZip(tx: Tx, plan: CopyPlan, raw: boolean): Uint8Array {
  const csv = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
    writeCsv(headings, rows, { guard: !raw });
  const files = {
    [ATTENTION_FILE]: attentionCsv(liveAttention(tx, plan.id), raw),
    ...(plan.flow === 'copy'
      ? {
          'Customers.csv': csv(COPIED_CUSTOMERS_HEADINGS, customers(tx, plan)),
          'CustomerOrganizations.csv': csv(
            COPIED_PLACES_HEADINGS.organizations,
            organizations(tx, plan),
          ),
        }
      : {
          'UsersAndCustomers.csv': csv(COPIED_CUSTOMERS_HEADINGS, customers(tx, plan)),
          'PreMigrationReport.csv': csv(PRE_MIGRATION_HEADINGS, preMigrationRows(tx, plan)),
          'ErrorLog.csv': csv(ERROR_LOG_HEADINGS, errorRows(tx, plan)),
        }),
    'UsersAndGroups.csv': csv(COPIED_GROUPS_HEADINGS, groupMembers(tx, plan)),
    'Projects.csv': csv(COPIED_PLACES_HEADINGS.projects, projects(tx, plan)),
    'Summary.csv': csv(COPIED_PLACES_HEADINGS.summary, summary(tx, plan)),
  };
  return zipSync(files, { level: 6, mtime: plan.finishedAt ?? plan.startedAt ?? plan.createdAt });
}

function customers(tx: Tx, plan: CopyPlan): string[][] {
  const copier = copierOf(tx, earlierRuns(tx, plan));
  const sources = sourceFinder(tx, plan.id);
  return tx.copyOutcomes
    .where({ planId: plan.id })
    .map((outcome) => [
      outcome.email,
      outcome.name,
      holdingText(outcome.sourceHolding),
      holdingText(outcome.destinationHolding),
      holdingText(outcome.afterHolding),
      outcome.state === 'done' || plan.state !== 'running'
        ? outcome.action === 'left-out'
          ? leftOutText(copier(sources(outcome)), plan)
          : outcomeText(outcome.action, plan)
        : plan.flow === 'copy'
          ? 'Not copied yet'
          : 'Not migrated yet',
      String(outcome.arriving),
      String(outcome.canOpenBefore),
      String(outcome.canOpenAfter),
    ]);
}

function organizations(tx: Tx, plan: CopyPlan): string[][] {
  return copied(tx, plan, 'customer-organization').flatMap((id) => {
    const customerOrganizationId = id as CustomerOrganizationId;
    const organization = tx.customerOrganizations.get({ id: customerOrganizationId });
    if (!organization) return [];
    const members = tx.customerOrganizationMembers.count({ customerOrganizationId });
    const names = tx.customerOrganizationProjects
      .where({ customerOrganizationId })
      .flatMap(({ projectId }) => tx.serviceProjects.get({ id: projectId })?.name ?? []);
    return [[organization.name, String(members), names.join(', ')]];
  });
}

/**
 * Who is in which imported group, and each access of the group with its own review: what must still
 * be approved (domain.md 5.1). A group that came without members stands in Summary.csv.
 */
function groupMembers(tx: Tx, plan: CopyPlan): string[][] {
  return importedGroups(tx, plan).flatMap((group) =>
    tx.memberships.where({ groupId: group.id }).flatMap(({ accountId }) => {
      const account = tx.accounts.get({ id: accountId });
      if (!account) return [];
      return [
        [
          group.name,
          account.id,
          account.name,
          account.email,
          roleText(group.role),
          reviewText(group.review),
          group.adminAccess ? 'Yes' : 'No',
          reviewText(group.adminReview),
        ],
      ];
    }),
  );
}

function importedGroups(tx: Tx, plan: CopyPlan): Group[] {
  return tx.groups
    .where({ siteId: plan.destinationSiteId })
    .filter(({ origin }) => origin?.planId === plan.id);
}

function projects(tx: Tx, plan: CopyPlan): string[][] {
  return copied(tx, plan, 'project').flatMap((id) => {
    const project = tx.serviceProjects.get({ id: id as ServiceProjectId });
    if (!project) return [];
    const requests = tx.requests.count({ projectId: project.id });
    return [[project.key, project.name, String(requests)]];
  });
}

function copied(tx: Tx, plan: CopyPlan, kind: 'project' | 'customer-organization'): string[] {
  return tx.copyLinks.where({ planId: plan.id, kind }).map(({ destinationId }) => destinationId);
}

function instant(at: Instant | null): string {
  return at === null ? '' : new Date(at).toISOString();
}

/** How the time of a run's end is called where it did not finish. */
const ENDS: Partial<Record<CopyPlan['state'], string>> = {
  stopped: 'Stopped',
  incomplete: 'Incomplete since',
};

function summary(tx: Tx, plan: CopyPlan): string[][] {
  const placeName = (id: CopyPlan['sourcePlaceId']) => placeOfPlan(tx, id)?.name ?? '';
  const counts = tx.queries.outcomeCounts(plan.id);
  const missing = missingFromRun(tx, plan);
  const empty = importedGroups(tx, plan).filter(
    ({ id }) => tx.memberships.count({ groupId: id }) === 0,
  );
  return [
    [plan.flow === 'copy' ? 'Copy plan' : 'Migration', plan.name],
    ['Source', placeName(plan.sourcePlaceId)],
    ['Destination', placeName(plan.destinationSiteId)],
    ['Customers', customersText(plan)],
    ...peopleCounts(tx, plan),
    ['Users', usersText(plan.users)],
    ['Group membership', plan.preserveGroupMembership ? 'Preserved' : 'Not copied'],
    ['Started (UTC)', instant(plan.startedAt)],
    [`${ENDS[plan.state] ?? 'Finished'} (UTC)`, instant(plan.finishedAt)],
    ...Object.entries(counts).map(([action, count]) => [
      outcomeText(action as keyof typeof counts, plan),
      String(count),
    ]),
    ...(missing
      ? [
          [
            `Service projects not ${plan.flow === 'copy' ? 'copied' : 'migrated'}`,
            String(missing.projects),
          ],
        ]
      : []),
    ...empty.map(({ name }) => ['Imported group without members', name]),
    ['Requires attention', String(tx.attentionRows.count({ planId: plan.id }))],
    ['Requires attention, still open', String(tx.queries.openAttention(plan.id).length)],
  ];
}

/** The number of customers on the server's side is what S4 compares with the cloud's. */
function peopleCounts(tx: Tx, plan: CopyPlan): string[][] {
  if (plan.flow === 'copy') return [];
  const outcomes = tx.copyOutcomes.where({ planId: plan.id });
  const countOf = (holding: string) =>
    String(outcomes.filter(({ sourceHolding }) => sourceHolding === holding).length);
  return [
    ['Users of the server', countOf('licensed')],
    ['Customers of the server', countOf('customer')],
    ['Former customers', countOf('former')],
  ];
}
