import { z } from 'zod';
import { plan } from './copy-plans.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ serverId: z.string() });
const one = params.extend({ planId: z.string() });

/** The *Migrations dashboard* of a server; a plan itself is looked at and run as every copy plan. */
export const serverMigrationEndpoints = {
  'server-migrations.list': endpoint({
    summary: 'The migrations of a server, archived ones among them, the newest first',
    params,
    response: z.object({ items: z.array(plan), total: z.number() }),
    problems: ['not-found', 'forbidden'],
  }),
  'server-migrations.duplicate': endpoint({
    summary: 'Copy a migration: a new saved one with the same choices',
    params: one,
    response: plan,
    status: 201,
    problems: ['not-found', 'forbidden'],
  }),
  'server-migrations.archive': endpoint({
    summary: 'Put a migration that has ended away from the dashboard',
    params: one,
    response: plan,
    problems: ['not-found', 'forbidden', 'version-conflict', 'server-migration.not-archivable'],
  }),
  'server-migrations.restore': endpoint({
    summary: 'Bring an archived migration back to the dashboard',
    params: one,
    response: plan,
    problems: ['not-found', 'forbidden', 'version-conflict', 'server-migration.not-archived'],
  }),
};
