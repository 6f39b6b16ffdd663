/* The words for work that has ended, loaded with the first end. */
import type { QueryClient } from '@tanstack/react-query';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { directoryQueries } from '#src/client/directory.ts';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import type { CopyPlan, Job, PortalCustomer, Site } from '#src/contract/wire.ts';
import { failureText } from '#src/pages/portal-customers/failure-text.ts';
import { usersWith } from '#src/pages/portal-customers/users-with.ts';
import { countOf } from '#src/ui/count.ts';
import type { Flag } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';

/** What to say about a job that ran and runs no more; null when there is nothing to say. */
export async function endedWorkFlag(client: QueryClient, job: Job): Promise<Flag | null> {
  if (job.kind === 'copy') {
    return ofCopy(await client.fetchQuery({ ...copyPlanQueries.get(job.subjectId), staleTime: 0 }));
  }
  const [site, customer] = await Promise.all([
    client.fetchQuery({ ...directoryQueries.site(job.siteId), staleTime: Infinity }),
    client.fetchQuery({ ...portalCustomerQueries.get(job.siteId, job.subjectId), staleTime: 0 }),
  ]);
  return ofMigration(site, customer);
}

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
  const to = pathTo('copy-plan', { organizationId: plan.source.organizationId, planId: plan.id });
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
      description: 'What was copied until then is there.',
      actions,
    };
  }
  return null;
}
