/* The workspace's settings, imports, jobs, and the traces that changes leave. */
import type { Workspace } from '#src/application/ports.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import type { ImportFile, ImportRow, ImportSession } from '#src/domain/import.ts';
import type { Job, JobItem } from '#src/domain/job.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { Message } from '#src/domain/message.ts';
import { defineTable } from '../table.ts';
import { auditSearch, messageSearch } from './trail-search.ts';

export const workspaceTable = defineTable<Workspace, 'id'>({
  name: 'workspace',
  key: ['id'],
  fields: {
    id: 'text',
    scenario: 'text',
    clock: 'object',
    persona: 'text',
    strict: 'boolean',
    change: 'number',
  },
});

export const importTable = defineTable<ImportSession, 'id'>({
  name: 'import_session',
  key: ['id'],
  fields: {
    id: 'text',
    siteId: 'text',
    state: 'text',
    createdAt: 'number',
    version: 'number',
    notes: 'list',
  },
});

export const importFileTable = defineTable<ImportFile, 'importId' | 'number'>({
  name: 'import_file',
  key: ['importId', 'number'],
  fields: {
    importId: 'text',
    number: 'number',
    name: 'text',
    sizeBytes: 'number',
    encoding: 'text',
    delimiter: 'text',
    format: 'text',
    kind: 'text',
    headings: 'list',
    sample: 'list',
    mapping: 'list',
    fault: 'text',
  },
});

export const importRowTable = defineTable<ImportRow, 'importId' | 'fileNumber' | 'line'>({
  name: 'import_row',
  key: ['importId', 'fileNumber', 'line'],
  fields: {
    importId: 'text',
    fileNumber: 'number',
    line: 'number',
    cells: 'list',
    outcome: 'text',
    emailKey: 'text',
    findings: 'list',
  },
});

export const jobTable = defineTable<Job, 'id'>({
  name: 'job',
  key: ['id'],
  fields: {
    id: 'text',
    kind: 'text',
    subjectId: 'text',
    siteId: 'text',
    state: 'text',
    actor: 'text',
    startedAt: 'number',
    endsAt: 'number',
    total: 'number',
    done: 'number',
  },
});

export const jobItemTable = defineTable<JobItem, 'jobId' | 'position'>({
  name: 'job_item',
  key: ['jobId', 'position'],
  fields: {
    jobId: 'text',
    position: 'number',
    subjectId: 'text',
    email: 'text',
    name: 'text',
    state: 'text',
    reason: 'text',
  },
});

export const messageTable = defineTable<Message, 'id'>({
  name: 'message',
  key: ['id'],
  fields: { id: 'text', siteId: 'text', at: 'number', to: 'text', kind: 'text', facts: 'object' },
  derived: { to_key: ({ to }) => emailKey(to), search: messageSearch },
});

export const auditEntryTable = defineTable<AuditEntry, 'id'>({
  name: 'audit_entry',
  key: ['id'],
  fields: {
    id: 'text',
    at: 'number',
    actor: 'text',
    action: 'text',
    organizationId: 'text',
    siteId: 'text',
    subjectId: 'text',
    facts: 'object',
    before: 'object',
    after: 'object',
  },
  derived: { search: auditSearch },
});
