/* The lists of what changes leave behind: the mailbox and the audit log. */
import { describe, expect, test } from 'vitest';
import type { AuditQuery, MessageQuery } from '#src/application/ports.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import { MESSAGE_KINDS, type Message, type MessageKind } from '#src/domain/message.ts';
import { openInMemory } from '#src/store/database.ts';
import { migrate, MIGRATIONS } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn } from '#src/store/store.ts';
import { storeWith } from './memory-store.ts';

const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[];

function message(id: string, over: Partial<Message> = {}): Message {
  const given = { siteId: 'site_1', at: 1, to: 'ada@mail.example', kind: 'verify-email' } as const;
  return { id: `message_${id}`, ...given, facts: {}, ...over };
}

function entry(id: string, over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: `audit_${id}`,
    at: 1,
    actor: 'organization-admin',
    action: 'account.suspended',
    organizationId: 'organization_1',
    siteId: null,
    subjectId: 'subject',
    facts: {},
    before: null,
    after: null,
    ...over,
  };
}

/** The ids of a page after their prefix, with the total in front. */
function told(page: {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}) {
  return [page.total, ...page.items.map(({ id }) => id.split('_')[1])];
}

describe('the mailbox', () => {
  const ALL: MessageQuery = {
    search: '',
    offset: 0,
    limit: 50,
    siteId: null,
    kinds: KINDS,
    to: null,
  };

  test('stands newest first, and within one instant as it was written', async () => {
    const store = await storeWith((tx) => {
      for (const id of ['z', 'a', 'm']) tx.messages.put(message(id));
      tx.messages.put(message('old', { at: 0 }));
      tx.messages.put(message('new', { at: 2 }));
    });
    store.read((tx) => {
      expect(told(tx.lists.messages(ALL))).toEqual([5, 'new', 'm', 'a', 'z', 'old']);
      expect(told(tx.lists.messages({ ...ALL, offset: 1, limit: 2 }))).toEqual([5, 'm', 'a']);
    });
  });

  test('is narrowed by site, kind, address and text', async () => {
    const store = await storeWith((tx) => {
      tx.messages.put(message('1', { to: 'Ada@MÜLLER.example' }));
      tx.messages.put(message('2', { siteId: 'site_2', facts: { plan: 'Große Reise', count: 7 } }));
      tx.messages.put(message('3', { kind: 'role-changed' }));
    });
    store.read((tx) => {
      const ids = (over: Partial<MessageQuery>) => told(tx.lists.messages({ ...ALL, ...over }));
      expect(ids({ siteId: 'site_2' })).toEqual([1, '2']);
      expect(ids({ kinds: ['role-changed'] })).toEqual([1, '3']);
      expect(ids({ kinds: [] })).toEqual([0]);
      // Compared as e-mail keys are: the domain in its ASCII form.
      expect(ids({ to: 'ada@xn--mller-kva.example' })).toEqual([1, '1']);
      expect(ids({ to: 'ada@mail.exam' })).toEqual([0]);
      expect(ids({ search: 'GROSSE' })).toEqual([1, '2']);
      expect(ids({ search: 'müller' })).toEqual([1, '1']);
      expect(ids({ search: '7' })).toEqual([0]);
    });
  });
});

/** A store with a site in each of two organizations. */
async function logOf(...entries: readonly AuditEntry[]) {
  return storeWith((tx) => {
    for (const [site, owner] of [
      ['site_1', 'organization_1'],
      ['site_2', 'organization_2'],
    ] as const) {
      tx.sites.put({ id: site, organizationId: owner, name: site, subscription: 'paid' });
    }
    for (const each of entries) tx.auditEntries.put(each);
  });
}

describe('the audit log', () => {
  const ALL: AuditQuery = {
    organizationId: 'organization_1',
    search: '',
    offset: 0,
    limit: 50,
    siteId: null,
    action: null,
    actor: null,
    subjectId: null,
    from: null,
    to: null,
  };

  test('is an organization’s own, its sites’, and what concerns the whole workspace', async () => {
    const store = await logOf(
      entry('own'),
      entry('site', { organizationId: null, siteId: 'site_1' }),
      entry('workspace', { organizationId: null, siteId: null }),
      entry('other', { organizationId: 'organization_2' }),
      entry('elsewhere', { organizationId: null, siteId: 'site_2' }),
    );
    store.read((tx) => {
      expect(told(tx.lists.auditEntries(ALL))).toEqual([3, 'workspace', 'site', 'own']);
      expect(told(tx.lists.auditEntries({ ...ALL, siteId: 'site_1' }))).toEqual([1, 'site']);
    });
  });

  test('is narrowed by action, actor, subject and time; the end is not part of it', async () => {
    const store = await logOf(
      entry('1', { at: 10, action: 'account.restored' }),
      entry('2', { at: 20, actor: 'simulator' }),
      entry('3', { at: 30, subjectId: 'somebody' }),
    );
    store.read((tx) => {
      const ids = (over: Partial<AuditQuery>) => told(tx.lists.auditEntries({ ...ALL, ...over }));
      expect(ids({ action: 'account.restored' })).toEqual([1, '1']);
      expect(ids({ actor: 'simulator' })).toEqual([1, '2']);
      expect(ids({ subjectId: 'somebody' })).toEqual([1, '3']);
      expect(ids({ from: 20 })).toEqual([2, '3', '2']);
      expect(ids({ to: 20 })).toEqual([1, '1']);
      expect(ids({ from: 10, to: 30, limit: 1 })).toEqual([2, '2']);
    });
  });

  test('is searched in the subject, the facts, and what was before and after', async () => {
    const store = await logOf(
      entry('1', { subjectId: 'qm:ABC' }),
      entry('2', { facts: { email: 'zoë@mail.example', count: 42 } }),
      entry('3', { before: { name: 'İstanbul' }, after: null }),
      entry('4', { after: { name: '100%_done' } }),
    );
    store.read((tx) => {
      const ids = (search: string) => told(tx.lists.auditEntries({ ...ALL, search }));
      expect(ids('qm:abc')).toEqual([1, '1']);
      expect(ids('ZOË@')).toEqual([1, '2']);
      expect(ids('istanbul')).toEqual([1, '3']);
      expect(ids('%_')).toEqual([1, '4']);
      expect(ids('42')).toEqual([0]);
    });
  });
});

test('0002-accounts: messages and changes of before are found like new ones', async () => {
  const database = openInMemory(await loadSqlite());
  migrate(database, MIGRATIONS.slice(0, 1));
  database.exec(`
    insert into message values ('message_1', 'site_1', 4, 'Ada@Mail.example', 'verify-email');
    insert into audit_entry values ('audit_1', 9, 'simulator', 'import.written', null, null,
      'import_1', '{"email":"ÄDA@mail.example"}');
  `);
  migrate(database);
  storeOn(database, 'memory').read((tx) => {
    const part = { search: '', offset: 0, limit: 5, siteId: null };
    const sent = { ...part, kinds: KINDS, to: 'ada@mail.example' };
    expect(told(tx.lists.messages(sent))).toEqual([1, '1']);
    expect(told(tx.lists.messages({ ...sent, to: null, search: 'MAIL' }))).toEqual([1, '1']);
    const rest = { action: null, actor: null, subjectId: null, from: null, to: null };
    const question = { ...part, ...rest, organizationId: 'organization_1' as const };
    expect(told(tx.lists.auditEntries({ ...question, search: 'äda' }))).toEqual([1, '1']);
  });
});
