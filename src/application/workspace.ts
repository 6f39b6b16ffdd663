/* The simulator's settings: time, persona. */
import { jumpTo, simulatedNow, withSpeed, type Clock, type Instant } from '../domain/clock.ts';
import type { AuditAction } from '../domain/audit.ts';
import type { DomainError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Persona } from '../domain/permission.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx, Workspace } from './ports.ts';

/** Speeds to choose from, in simulated milliseconds per wall millisecond. */
export const SPEEDS: readonly number[] = [0, 1, 60, 600];

export type ClockChange =
  { readonly action: 'set-speed'; readonly speed: number } | { readonly action: 'next-event' };

/** The settings; every scenario writes them. */
export function getWorkspace(tx: Tx): Workspace {
  const workspace = tx.workspace.get({ id: 'workspace' });
  if (!workspace) throw new Error('The store holds no workspace: no scenario was opened');
  return workspace;
}

/** What only a person does: a fresh scenario has none of it, whatever its jobs have come to since. */
const WORK: readonly AuditAction[] = [
  'import.written',
  'workspace.replaced',
  'customer-access.changed',
  'portal-customer.created',
  'project.customer-added',
  'account.site-access-changed',
  'account.role-changed',
  'portal-customer.name-changed',
  'portal-customer.password-changed',
  'portal-customer.deleted',
  'portal-customer.migration-started',
  'portal-customer.access-revoked',
  'portal-customer.access-granted',
  'account.converted',
  'group.member-added',
  'group.member-removed',
  'group.default-changed',
  'group.approved',
  'group.denied',
  'copy-plan.created',
  'bulk.started',
];

/** Whether somebody has done something in this workspace that a reset would lose. */
export function hasWork(tx: Tx): boolean {
  return WORK.some((action) => tx.auditEntries.first({ action }) !== undefined);
}

/** When the next running job is due to finish; null when nothing runs. */
export function nextEventAt(tx: Tx): Instant | null {
  return tx.queries.nextJobEvent()?.endsAt ?? null;
}

/** Changes the clock's speed or jumps to the next event; jobs follow when somebody looks. */
export function changeClock(
  tx: Tx,
  change: ClockChange,
  context: Context & { readonly wallNow: Instant },
): Workspace {
  const workspace = getWorkspace(tx);
  const clock = changed(tx, workspace.clock, change, context.wallNow);
  return save(tx, context, { ...workspace, clock }, 'clock.changed', {
    speed: clock.speed,
    simulatedAt: simulatedNow(clock, context.wallNow),
  });
}

function changed(tx: Tx, clock: Clock, change: ClockChange, wallNow: Instant): Clock {
  if (change.action === 'set-speed') return withSpeed(clock, wallNow, change.speed);
  const at = nextEventAt(tx);
  return at === null ? clock : jumpTo(clock, wallNow, at);
}

/** Chooses whom the simulator lets one be. */
export function setPersona(tx: Tx, persona: Persona, context: Context): Workspace {
  const workspace = getWorkspace(tx);
  return save(tx, context, { ...workspace, persona }, 'persona.changed', { persona });
}

/** Strict mode leaves only what the real product does (design, section 2). */
export function setStrict(tx: Tx, strict: boolean, context: Context): Workspace {
  const workspace = getWorkspace(tx);
  return save(tx, context, { ...workspace, strict }, 'strict-mode.changed', { strict });
}

/** Refuses a simulator extra while strict mode is on. */
export function unlessStrict(tx: Tx, feature: string): Result<true, DomainError> {
  return getWorkspace(tx).strict ? err({ code: 'strict-mode', feature }) : ok(true);
}

/** The settings with simulated time tied to the present wall instant, so that a file taken now says what time it was. */
export function anchoredWorkspace(tx: Tx, wallNow: Instant): Workspace {
  const workspace = getWorkspace(tx);
  return { ...workspace, clock: withSpeed(workspace.clock, wallNow, workspace.clock.speed) };
}

/** Takes up a loaded workspace where it was left: the time since its file was made does not count. */
export function adoptWorkspace(tx: Tx, context: Context & { readonly wallNow: Instant }): void {
  const workspace = getWorkspace(tx);
  const clock = { ...workspace.clock, wallAt: context.wallNow };
  // The context was made before: its time is that of the workspace that is gone.
  const now = Math.floor(clock.simulatedAt);
  save(tx, { ...context, now }, { ...workspace, clock }, 'workspace.replaced', {
    scenario: workspace.scenario,
  });
}

function save(
  tx: Tx,
  context: Context,
  workspace: Workspace,
  action: 'clock.changed' | 'persona.changed' | 'strict-mode.changed' | 'workspace.replaced',
  facts: Record<string, string | number | boolean>,
): Workspace {
  tx.workspace.put(workspace);
  recordChange(tx, { ...context, actor: 'simulator' }, { action, subjectId: 'workspace', facts });
  return workspace;
}
