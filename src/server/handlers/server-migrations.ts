import {
  archiveMigration,
  duplicateMigration,
  listMigrations,
  restoreMigration,
} from '#src/application/server-dashboard.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPlan } from '../present-plan.ts';

/** Endpoints of the *Migrations dashboard*. */
export const serverMigrationHandlers: Handlers<`server-migrations.${'list' | 'duplicate' | 'archive' | 'restore'}`> =
  {
    'server-migrations.list': transaction((tx, { params }, context) => {
      const plans = listMigrations(tx, params.serverId, context);
      if (!plans.ok) return plans;
      const items = plans.value.map((plan) => presentPlan(tx, plan, context));
      return ok({ items, total: items.length });
    }),
    'server-migrations.duplicate': transaction((tx, { params }, context) => {
      const plan = duplicateMigration(tx, params, context);
      return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
    }),
    'server-migrations.archive': transaction((tx, { params, ifMatch }, context) => {
      const plan = archiveMigration(tx, { ...params, expectedVersion: ifMatch }, context);
      return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
    }),
    'server-migrations.restore': transaction((tx, { params, ifMatch }, context) => {
      const plan = restoreMigration(tx, { ...params, expectedVersion: ifMatch }, context);
      return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
    }),
  };
