/* The full report of a run: one zip of CSV files (names of domain.md 6.5). */
import { zipSync } from 'fflate';
import { liveAttention } from '#src/application/attention.ts';
import { missingFromRun } from '#src/application/copy-run-end.ts';
import type { Tx } from '#src/application/ports.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { Instant } from '#src/domain/clock.ts';
import type { CustomerOrganizationId, ServiceProjectId } from '#src/domain/ids.ts';
import { COPIED_CUSTOMERS_HEADINGS } from '#src/domain/own-files.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { ATTENTION_FILE, attentionCsv } from './attention-report.ts';
import { holdingText, outcomeText, reviewText } from './report-words.ts';

/** Builds the zip. Its bytes depend on the data alone: entries carry the run's own time. */
export function reportsZip(tx: Tx, plan: CopyPlan, raw: boolean): Uint8Array {
  const csv = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
    writeCsv(headings, rows, { guard: !raw });
  const files = {
    [ATTENTION_FILE]: attentionCsv(liveAttention(tx, plan.id), raw),
    'Customers.csv': csv(COPIED_CUSTOMERS_HEADINGS, customers(tx, plan)),
    'CustomerOrganizations.csv': csv(
      ['Name', 'Members', 'Service projects'],
      organizations(tx, plan),
    ),
    'UsersAndGroups.csv': csv(['Group', 'Members', 'Requested role', 'Review'], groups(tx, plan)),
    'Projects.csv': csv(['Key', 'Name', 'Requests copied'], projects(tx, plan)),
    'Summary.csv': csv(['Figure', 'Value'], summary(tx, plan)),
  };
  return zipSync(files, { level: 6, mtime: plan.finishedAt ?? plan.startedAt ?? plan.createdAt });
}

function customers(tx: Tx, plan: CopyPlan): string[][] {
  return tx.copyOutcomes
    .where({ planId: plan.id })
    .map((outcome) => [
      outcome.email,
      outcome.name,
      holdingText(outcome.sourceHolding),
      holdingText(outcome.destinationHolding),
      holdingText(outcome.afterHolding),
      outcome.state === 'done' || plan.state !== 'running'
        ? outcomeText(outcome.action)
        : 'Not copied yet',
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

function groups(tx: Tx, plan: CopyPlan): string[][] {
  return tx.groups
    .where({ siteId: plan.destinationSiteId })
    .filter(({ origin }) => origin?.planId === plan.id)
    .map((group) => [
      group.name,
      String(tx.memberships.count({ groupId: group.id })),
      group.role === 'agent' ? 'User (agent)' : 'Customer',
      reviewText(group.review),
    ]);
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
  const siteName = (id: CopyPlan['sourceSiteId']) => tx.sites.get({ id })?.name ?? '';
  const counts = tx.queries.outcomeCounts(plan.id);
  const missing = missingFromRun(tx, plan);
  return [
    ['Copy plan', plan.name],
    ['Source', siteName(plan.sourceSiteId)],
    ['Destination', siteName(plan.destinationSiteId)],
    ['Customers', plan.customers === 'all' ? 'All customers' : 'Only related customers'],
    ['Started (UTC)', instant(plan.startedAt)],
    [`${ENDS[plan.state] ?? 'Finished'} (UTC)`, instant(plan.finishedAt)],
    ...Object.entries(counts).map(([action, count]) => [
      outcomeText(action as keyof typeof counts),
      String(count),
    ]),
    ...(missing ? [['Service projects not copied', String(missing.projects)]] : []),
    ['Requires attention', String(tx.attentionRows.count({ planId: plan.id }))],
    ['Requires attention, still open', String(tx.queries.openAttention(plan.id).length)],
  ];
}
