/* What a group costs. */
import type { Queries } from '#src/application/ports.ts';
import { ON_SITE, ROLE_RANK, STATE_ON_SITE } from '../account-rows.ts';
import type { Database } from '../database.ts';

export function groupQueries(database: Database): Pick<Queries, 'licencesThrough'> {
  return {
    licencesThrough(groupId) {
      const siteId = database.get('select site_id from user_group where id = ?', [groupId])?.[0];
      if (siteId === undefined) return 0;
      const row = database.get(
        `select count(*) from (select account_id from membership where group_id = ?) as listed
          cross join account on account.id = listed.account_id ${ON_SITE}
          where ${STATE_ON_SITE} = 'active' and not exists (
            select 1 from membership
            join user_group on user_group.id = membership.group_id
            where membership.account_id = account.id and user_group.site_id = ?
              and user_group.id <> ? and ${ROLE_RANK} = 2)`,
        [groupId, siteId, siteId, siteId, groupId],
      );
      return Number(row?.[0]);
    },
  };
}
