/* The migrations that are under way when a scenario opens. */
import { migrationDurationMs } from '../../domain/account-migration.ts';
import { MINUTE_MS } from '../../domain/clock.ts';
import type { PortalCustomer } from '../../domain/portal-customer.ts';
import type { Tx } from '../ports.ts';
import { SCENARIO_START } from './calendar.ts';

/** Writes a job for each migrating customer: it took its usual time and ends four minutes from the start. */
export function seedRunningMigrations(tx: Tx, customers: readonly PortalCustomer[]): void {
  for (const customer of customers) {
    if (customer.state !== 'migrating') continue;
    const endsAt = SCENARIO_START + 4 * MINUTE_MS;
    tx.jobs.put({
      id: `job_migrating-${customer.id.slice(-12)}`,
      kind: 'migrate-customer',
      subjectId: customer.id,
      siteId: customer.siteId,
      state: 'running',
      actor: 'site-admin',
      startedAt: endsAt - migrationDurationMs(customer),
      endsAt,
      total: 1,
      done: 0,
    });
  }
}
