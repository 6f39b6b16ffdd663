import {
  exportAuditEntries,
  listAuditEntries,
  type AuditView,
} from '#src/application/audit-log.ts';
import { listMessages, type MessageView } from '#src/application/messages.ts';
import type { Snapshot } from '#src/domain/audit.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPage } from '../present.ts';
import { auditCsv } from '../reports/audit-report.ts';

/** Endpoints of what changes leave behind: messages and the audit log. */
export const trailHandlers: Handlers<'messages.list' | 'audit-log.list' | 'audit-log.export-file'> =
  {
    'messages.list': transaction((tx, { query }) =>
      ok(presentPage(listMessages(tx, query), presentMessage)),
    ),
    'audit-log.list': transaction((tx, { params, query }, context) => {
      const page = listAuditEntries(tx, { ...query, ...params }, context);
      return page.ok ? ok(presentPage(page.value, presentEntry)) : page;
    }),
    'audit-log.export-file': {
      kind: 'file-in-slices',
      run(tx, { params, query }, context) {
        const found = exportAuditEntries(tx, { ...query, ...params }, context);
        if (!found.ok) return found;
        const { organization, parts } = found.value;
        const name = organization.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
        return ok({ fileName: `audit-log-${name || 'organization'}.csv`, slices: auditCsv(parts) });
      },
    },
  };

function presentMessage(message: MessageView) {
  return { ...message, facts: { ...message.facts } };
}

function presentEntry(entry: AuditView) {
  return {
    ...entry,
    facts: { ...entry.facts },
    before: plain(entry.before),
    after: plain(entry.after),
  };
}

function plain(snapshot: Snapshot | null) {
  return snapshot && { ...snapshot };
}
