import type { MessageQuery, Page } from '#src/application/ports.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { Message } from '#src/domain/message.ts';
import type { Database } from '../database.ts';
import { messageTable } from '../tables/work-tables.ts';
import { allOf, contains, equals, pageOf } from './filter.ts';

/** The simulated mailbox, the newest first; the order of insertion decides within one instant. */
export function messages(database: Database, query: MessageQuery): Page<Message> {
  const filter = allOf([
    equals('site_id', query.siteId),
    query.to === null ? null : equals('to_key', emailKey(query.to)),
    {
      sql: 'kind in (select value from json_each(?))',
      values: [JSON.stringify(query.kinds)],
    },
    contains(query.search, ['search']),
  ]);
  return pageOf(
    database,
    { sql: `select count(*) from message where ${filter.sql}`, values: filter.values },
    {
      sql: `select ${messageTable.selection()} from message where ${filter.sql}
        order by at desc, rowid desc limit ? offset ?`,
      values: [...filter.values, query.limit, query.offset],
    },
    (row) => messageTable.decode(row),
  );
}
