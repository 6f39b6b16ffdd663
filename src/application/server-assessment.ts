/*
 * *Assess and prepare your users* of a server: beginning it, what it found, and what the fixes come
 * to. It reads the server's present users each time; the record keeps when they were assessed.
 */
import type { DomainError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { assess, assessmentFingerprint, type Assessment } from '../domain/server-assessment.ts';
import { fixTotals, type FixTotals } from '../domain/server-fix-totals.ts';
import {
  FIX_FILES,
  NOTHING_FIXED,
  type ChosenFixes,
  type FixFile,
  type ServerFixes,
} from '../domain/server-fixes.ts';
import type { Server } from '../domain/server.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx } from './ports.ts';
import { authorisedServer } from './server-access.ts';
import { fixedPeople, serverPeople } from './server-people.ts';

/** A server with its assessment. */
export type AssessedServer = {
  readonly server: Server;
  readonly fixes: ServerFixes;
  readonly assessment: Assessment;
};

export type AssessmentView = {
  readonly server: Server;
  /** Name of a migration of this server that runs: until it ends the fixes stand as they are. */
  readonly running: string | null;
  /** Null before the users were assessed for the first time. */
  readonly found: {
    readonly assessedAt: number;
    /** Whether the server's users have changed since then. */
    readonly isStale: boolean;
    readonly people: number;
    readonly invalidUsers: number;
    readonly duplicatedUsers: number;
    readonly duplicatedAddresses: number;
    readonly fixes: ServerFixes;
    readonly files: readonly {
      readonly file: FixFile;
      readonly rows: number;
      /** Rows of the file that was uploaded; null where none was. */
      readonly uploaded: number | null;
    }[];
    readonly totals: FixTotals;
  } | null;
};

/** The assessment of a server as it stands. */
export function getAssessment(
  tx: Tx,
  serverId: string,
  context: Context,
): Result<AssessmentView, DomainError> {
  const server = authorisedServer(tx, context, serverId);
  return server.ok ? ok(viewAssessment(tx, server.value)) : server;
}

/** *Begin assessing*, or assess again; what was chosen stays chosen. */
export function beginAssessment(
  tx: Tx,
  serverId: string,
  context: Context,
): Result<AssessmentView, DomainError> {
  const found = authorisedServer(tx, context, serverId);
  if (!found.ok) return found;
  const server = found.value;
  const before = tx.serverFixes.get({ serverId: server.id });
  const assessment = assess(serverPeople(tx, server.id));
  tx.serverFixes.put({
    ...NOTHING_FIXED,
    ...before,
    serverId: server.id,
    assessedAt: context.now,
    fingerprint: assessmentFingerprint(assessment),
    version: (before?.version ?? 0) + 1,
  });
  const { invalidUsers, duplicatedAddresses } = assessment;
  recordChange(tx, context, {
    action: 'server.assessed',
    subjectId: server.id,
    facts: {
      name: server.name,
      assessedUsers: assessment.people.length,
      invalidUsers,
      duplicatedAddresses,
    },
  });
  return ok(viewAssessment(tx, server));
}

/** What other fixes would come to, without choosing them. */
export function forecastFixes(
  tx: Tx,
  { serverId, ...fixes }: ChosenFixes & { readonly serverId: string },
  context: Context,
): Result<FixTotals, DomainError> {
  const found = assessedServer(tx, serverId, context);
  return found.ok ? ok(fixTotals(fixedPeople(tx, found.value.server.id, fixes))) : found;
}

/** Finds a server that was assessed, or refuses. */
export function assessedServer(
  tx: Tx,
  serverId: string,
  context: Context,
): Result<AssessedServer, DomainError> {
  const server = authorisedServer(tx, context, serverId);
  if (!server.ok) return server;
  const fixes = tx.serverFixes.get({ serverId: server.value.id });
  if (!fixes) return err({ code: 'assessment.not-begun', name: server.value.name });
  const assessment = assess(serverPeople(tx, server.value.id));
  return ok({ server: server.value, fixes, assessment });
}

/** Name of a migration from the server that runs, if any. */
export function runningMigration(tx: Tx, server: Server): string | null {
  return tx.copyPlans.first({ sourcePlaceId: server.id, state: 'running' })?.name ?? null;
}

/** The assessment with what its fixes come to. */
export function viewAssessment(tx: Tx, server: Server): AssessmentView {
  const serverId = server.id;
  const fixes = tx.serverFixes.get({ serverId });
  const running = runningMigration(tx, server);
  if (!fixes) return { server, running, found: null };
  const assessment = assess(serverPeople(tx, serverId));
  const { people, invalidUsers, duplicatedUsers, duplicatedAddresses } = assessment;
  const rows = { invalid: invalidUsers, duplicated: duplicatedUsers, all: people.length };
  return {
    server,
    running,
    found: {
      assessedAt: fixes.assessedAt,
      isStale: assessmentFingerprint(assessment) !== fixes.fingerprint,
      people: people.length,
      invalidUsers,
      duplicatedUsers,
      duplicatedAddresses,
      fixes,
      files: FIX_FILES.map((file) => {
        const uploaded = tx.serverFixRows.count({ serverId, file });
        return { file, rows: rows[file], uploaded: uploaded > 0 ? uploaded : null };
      }),
      totals: fixTotals(fixedPeople(tx, serverId)),
    },
  };
}
