/* The words for work that has ended, loaded with the first end. */
import type { QueryClient } from '@tanstack/react-query';
import { bulkQueries, type BulkStep } from '#src/client/bulk.ts';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { directoryQueries } from '#src/client/directory.ts';
import type { Answer } from '#src/client/http.ts';
import { jobQueries } from '#src/client/jobs.ts';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import type { CopyPlan, Job, PortalCustomer, Site } from '#src/contract/wire.ts';
import { BULK_WORDS, bulkStepOf, CUSTOMERS } from '#src/pages/portal-customers/bulk-words.ts';
import { failureText } from '#src/pages/portal-customers/failure-text.ts';
import { usersWith } from '#src/pages/portal-customers/users-with.ts';
import { countOf } from '#src/ui/count.ts';
import type { Flag } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { placeOfPlan, planPath } from '#src/ui/plan-path.ts';

/** What to say about a job that ran and runs no more; null when there is nothing to say. */
export async function endedWorkFlag(client: QueryClient, job: Job): Promise<Flag | null> {
  if (job.kind === 'copy') {
    return ofCopy(await client.fetchQuery({ ...copyPlanQueries.get(job.subjectId), staleTime: 0 }));
  }
  const step = bulkStepOf(job);
  if (step) {
    const [ended, { counts }] = await Promise.all([
      client.fetchQuery({ ...jobQueries.get(job.id), staleTime: 0 }),
      client.fetchQuery({ ...bulkQueries.items(job.id, { limit: 1 }), staleTime: 0 }),
    ]);
    return ofBulk(step, ended, counts);
  }
  const [site, customer] = await Promise.all([
    client.fetchQuery({ ...directoryQueries.site(job.siteId), staleTime: Infinity }),
    client.fetchQuery({ ...portalCustomerQueries.get(job.siteId, job.subjectId), staleTime: 0 }),
  ]);
  return ofMigration(site, customer);
}

function ofBulk(step: BulkStep, job: Job, counts: Counts): Flag | null {
  const to = pathTo('bulk-step', { siteId: job.siteId, jobId: job.id });
  // The step's own screen says it itself.
  if (window.location.pathname.endsWith(to)) return null;
  const actions = [{ label: 'Show results', to }];
  const { label, done } = BULK_WORDS[step];
  if (job.state === 'stopped') {
    const waiting = countOf(counts.waiting, { one: 'customer waits', other: 'customers wait' });
    return { tone: 'info', title: `Stopped: ${label}`, description: `${waiting}.`, actions };
  }
  if (job.state !== 'finished') return null;
  const title = `${countOf(counts.done, CUSTOMERS)} ${done}`;
  if (counts.failed === 0) return { tone: 'success', title, actions };
  const failed = countOf(counts.failed, CUSTOMERS);
  return {
    tone: 'warning',
    title,
    description: `${failed} could not be changed. The results say why.`,
    actions,
  };
}

type Counts = Answer<'jobs.items'>['counts'];

function ofMigration(site: Site, customer: PortalCustomer): Flag | null {
  const name = customer.name || customer.email;
  if (customer.state === 'migrated') {
    return {
      tone: 'success',
      title: `${name} was migrated`,
      description: 'The portal-only account is inactive now. The Atlassian account took over.',
      actions: [{ label: 'Show the user', to: usersWith(site, customer.email) }],
    };
  }
  if (customer.state === 'active' && customer.failure) {
    return {
      tone: 'error',
      title: `${name} was not migrated`,
      description: failureText(customer.failure),
    };
  }
  return null;
}

function ofCopy(plan: CopyPlan): Flag | null {
  const to = planPath(placeOfPlan(plan), plan.id);
  // The plan's own screen says it itself.
  if (window.location.pathname.endsWith(to)) return null;
  const actions = [{ label: labels.viewDetails, to }];
  if (plan.state === 'finished') {
    const open = plan.attention?.open ?? 0;
    const rows = countOf(open, { one: 'row requires', other: 'rows require' });
    return {
      tone: open > 0 ? 'warning' : 'success',
      title: `${plan.name} has finished`,
      description: open > 0 ? `${rows} attention.` : 'Nothing requires attention.',
      actions,
    };
  }
  if (plan.state === 'incomplete') {
    return {
      tone: 'error',
      title: `${plan.name} stopped before its end`,
      description: `What was ${plan.flow === 'copy' ? 'copied' : 'migrated'} until then is there.`,
      actions,
    };
  }
  return null;
}
