/* What the search of the mailbox and of the audit log looks through, folded as `searchKey` folds. */
import type { AuditEntry, Snapshot } from '#src/domain/audit.ts';
import type { Message } from '#src/domain/message.ts';
import { searchKey } from '#src/domain/search-key.ts';

/** An entry's subject, and every text of its facts and of what was before and after. */
export function auditSearch(
  entry: Pick<AuditEntry, 'subjectId' | 'facts' | 'before' | 'after'>,
): string {
  return folded([
    entry.subjectId,
    ...texts(entry.facts),
    ...texts(entry.before),
    ...texts(entry.after),
  ]);
}

/** A message's address and every text of its facts. */
export function messageSearch({ to, facts }: Pick<Message, 'to' | 'facts'>): string {
  return folded([to, ...texts(facts)]);
}

function texts(snapshot: Snapshot | null): string[] {
  return Object.values(snapshot ?? {}).filter((value) => typeof value === 'string');
}

/** A text a line, each once: no search runs from one into the next. */
function folded(lines: readonly string[]): string {
  return [...new Set(lines.map(searchKey))].join('\n');
}
