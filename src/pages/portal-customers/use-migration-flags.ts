/* Says how a migration on this site ended, when it ends while somebody looks. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import type { Job, PortalCustomer, Site } from '#src/contract/wire.ts';
import { useFlags, type Flag } from '#src/ui/flags.tsx';
import { failureText } from './failure-text.ts';
import { usersWith } from './users-with.ts';

/** Watches the running jobs and shows a flag for each migration that leaves them. */
export function useMigrationFlags(site: Site, running: readonly Job[]): void {
  const client = useQueryClient();
  const flags = useFlags();
  const watched = useRef<readonly Job[]>([]);

  useEffect(() => {
    const still = new Set(running.map(({ id }) => id));
    const ended = watched.current.filter(({ id }) => !still.has(id));
    watched.current = running.filter(
      ({ kind, siteId }) => kind === 'migrate-customer' && siteId === site.id,
    );
    for (const { subjectId } of ended) {
      void client
        .fetchQuery({ ...portalCustomerQueries.get(site.id, subjectId), staleTime: 0 })
        .then((customer) => endOf(site, customer))
        // A workspace that was replaced meanwhile has no such customer, and nothing to tell.
        .catch(() => null)
        .then((flag) => flag && flags.show(flag));
    }
  }, [client, flags, running, site]);
}

function endOf(site: Site, customer: PortalCustomer): Flag | null {
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
