import type { GroupRow, ListQuery, Page } from '#src/application/ports.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { Database } from '../database.ts';
import { groupTable } from '../tables/directory-tables.ts';
import { allOf, contains, equals, pageOf } from './filter.ts';

/** Groups of a site by name, with how many members each has. */
export function groups(
  database: Database,
  query: ListQuery & { readonly siteId: SiteId },
): Page<GroupRow> {
  const filter = allOf([equals('site_id', query.siteId), contains(query.search, ['name_search'])]);
  return pageOf(
    database,
    { sql: `select count(*) from user_group where ${filter.sql}`, values: filter.values },
    {
      sql: `select ${groupTable.selection()},
          (select count(*) from membership where group_id = user_group.id)
        from user_group where rowid in (
          select rowid from user_group where ${filter.sql}
          order by name_search, id limit ? offset ?
        ) order by name_search, id`,
      values: [...filter.values, query.limit, query.offset],
    },
    (row) => ({ group: groupTable.decode(row), members: Number(row[groupTable.width]) }),
  );
}
