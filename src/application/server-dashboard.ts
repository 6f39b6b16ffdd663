/* The *Migrations dashboard* of a server: its plans, copying them, and putting them away. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { CopyPlanId } from '../domain/ids.ts';
import { mayBeArchived, migrationWord, type MigrationWord } from '../domain/migration-word.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { checkVersion, notFound } from './access.ts';
import { recordChange } from './audit.ts';
import { createCopyPlan } from './copy-plans.ts';
import { runPhases } from './copy-run-end.ts';
import type { Context, Tx } from './ports.ts';
import { authorisedServer } from './server-access.ts';

type MigrationInput = { readonly serverId: string; readonly planId: string };
type Versioned = MigrationInput & { readonly expectedVersion: number | null };

/** Every plan of a server, archived ones among them, the newest first. */
export function listMigrations(
  tx: Tx,
  serverId: string,
  context: Context,
): Result<readonly CopyPlan[], DomainError> {
  const server = authorisedServer(tx, context, serverId);
  if (!server.ok) return server;
  const plans = tx.copyPlans.where({ sourcePlaceId: server.value.id });
  return ok(plans.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)));
}

/** The status of a plan as the dashboard says it. */
export function wordOf(tx: Tx, plan: CopyPlan): MigrationWord {
  if (plan.state !== 'incomplete') return plan.state;
  const done = { planId: plan.id, state: 'done' } as const;
  const people =
    tx.copyOutcomes.count(done) -
    tx.copyOutcomes.count({ ...done, action: 'left-out' }) -
    tx.copyOutcomes.count({ ...done, action: 'former-user' });
  const projects = runPhases(tx, plan).find(({ id }) => id === 'projects')?.done ?? 0;
  return migrationWord(plan.state, { people, projects });
}

/** *Copy*: a new saved plan with the same choices, whatever became of the first. */
export function duplicateMigration(
  tx: Tx,
  input: MigrationInput,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = migrationOf(tx, input, context);
  if (!plan.ok) return plan;
  const taken = new Set(
    tx.copyPlans.where({ sourcePlaceId: plan.value.sourcePlaceId }).map(({ name }) => name),
  );
  return createCopyPlan(tx, { ...plan.value, name: nameOfCopy(plan.value.name, taken) }, context);
}

/** Puts a migration that has ended away from the dashboard. */
export function archiveMigration(
  tx: Tx,
  input: Versioned,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = migrationOf(tx, input, context);
  if (!plan.ok) return plan;
  const { state, archivedAt } = plan.value;
  if (!mayBeArchived(state) || archivedAt !== null) {
    return err({ code: 'server-migration.not-archivable', state: archivedAt ? 'archived' : state });
  }
  return putAway(tx, plan.value, context.now, input, context);
}

/** Brings an archived migration back to the dashboard. */
export function restoreMigration(
  tx: Tx,
  input: Versioned,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = migrationOf(tx, input, context);
  if (!plan.ok) return plan;
  const { state, archivedAt } = plan.value;
  if (archivedAt === null) return err({ code: 'server-migration.not-archived', state });
  return putAway(tx, plan.value, null, input, context);
}

function putAway(
  tx: Tx,
  plan: CopyPlan,
  archivedAt: number | null,
  { expectedVersion }: Versioned,
  context: Context,
): Result<CopyPlan, DomainError> {
  const fresh = checkVersion(tx, plan, plan.id, expectedVersion);
  if (!fresh.ok) return fresh;
  const changed = { ...plan, archivedAt, version: plan.version + 1 };
  tx.copyPlans.put(changed);
  recordChange(tx, context, {
    action: archivedAt === null ? 'server-migration.restored' : 'server-migration.archived',
    siteId: plan.destinationSiteId,
    subjectId: plan.id,
    facts: { name: plan.name, source: plan.sourcePlaceId },
  });
  return ok(changed);
}

/** A plan of this server. */
function migrationOf(
  tx: Tx,
  { serverId, planId }: MigrationInput,
  context: Context,
): Result<CopyPlan, DomainError> {
  const server = authorisedServer(tx, context, serverId);
  if (!server.ok) return server;
  const plan = tx.copyPlans.get({ id: planId as CopyPlanId });
  return plan?.sourcePlaceId === server.value.id ? ok(plan) : notFound('migration', planId);
}

/** The longest name that a plan may have. */
const LONGEST_NAME = 120;

/** "Night shift (copy)", "Night shift (copy 2)": the same choices stay tellable apart. */
function nameOfCopy(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/ \(copy(?: \d+)?\)$/, '');
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? ' (copy)' : ` (copy ${number})`;
    const copy = stem.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.has(copy)) return copy;
  }
}
