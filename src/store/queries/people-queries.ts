/* Questions about the people of a site: what an address holds, which roles accounts have. */
import type { Queries } from '#src/application/ports.ts';
import {
  accountRowColumns,
  decodeAccountRow,
  ON_SITE,
  ROLE_ON_SITE,
  ROLE_RANK,
  roleAt,
  STATE_ON_SITE,
} from '../account-rows.ts';
import type { Database } from '../database.ts';
import { countDuplicates } from '../lists/duplicate-list.ts';
import { groupTable, portalCustomerTable } from '../tables/directory-tables.ts';

type PeopleQueries = Pick<
  Queries,
  | 'portalCustomerByEmail'
  | 'deletedPortalCustomer'
  | 'portalCustomerCounts'
  | 'portalCustomerIdTaken'
  | 'duplicateCount'
  | 'roleOn'
  | 'accountsOn'
  | 'groupsOf'
  | 'licencesUsed'
>;

export function peopleQueries(database: Database): PeopleQueries {
  return {
    portalCustomerByEmail(siteId, emailKey) {
      const row = database.get(
        `select ${portalCustomerTable.selection()} from portal_customer
          where site_id = ? and email_key = ? and state <> 'deleted'`,
        [siteId, emailKey],
      );
      return row && portalCustomerTable.decode(row);
    },

    deletedPortalCustomer(siteId, emailKey) {
      const row = database.get(
        `select ${portalCustomerTable.selection()} from portal_customer
          where site_id = ? and email_key = ? and state = 'deleted' order by id limit 1`,
        [siteId, emailKey],
      );
      return row && portalCustomerTable.decode(row);
    },

    portalCustomerCounts(siteId) {
      // Each from an index of its own: the screens of a large site wait for these.
      const row = database.get(
        `select (select count(*) from portal_customer where site_id = ?1 and state <> 'deleted'),
          (select count(*) from portal_customer where site_id = ?1 and state = 'migrated')`,
        [siteId],
      );
      return { listed: Number(row?.[0]), migrated: Number(row?.[1]) };
    },

    portalCustomerIdTaken: (id) =>
      database.get('select 1 from portal_customer where id = ?', [id]) !== undefined,

    duplicateCount: (siteId) => countDuplicates(database, siteId),

    roleOn(siteId, accountId) {
      const row = database.get(
        `select max(${ROLE_RANK}) from membership
          join user_group on user_group.id = membership.group_id
          where membership.account_id = ? and user_group.site_id = ?`,
        [accountId, siteId],
      );
      return roleAt(row?.[0]);
    },

    accountsOn(siteId) {
      const columns = accountRowColumns(STATE_ON_SITE, ROLE_ON_SITE, 'access.last_seen_at');
      const rows = database.all(
        `select ${columns} from
          (select account_id from site_access where site_id = ?) as listed
          cross join account on account.id = listed.account_id ${ON_SITE}
          order by account.id`,
        [siteId, siteId, siteId, siteId],
      );
      return rows.map(decodeAccountRow);
    },

    groupsOf(siteId, accountId) {
      const rows = database.all(
        `select ${groupTable.selection()} from membership
          join user_group on user_group.id = membership.group_id
          where membership.account_id = ? and user_group.site_id = ?
          order by user_group.name_search, user_group.id`,
        [accountId, siteId],
      );
      return rows.map((row) => groupTable.decode(row));
    },

    licencesUsed(siteId) {
      const row = database.get(
        `select count(distinct membership.account_id) from user_group
          join membership on membership.group_id = user_group.id
          join site_access on site_access.site_id = user_group.site_id
            and site_access.account_id = membership.account_id and site_access.status = 'active'
          join site on site.id = user_group.site_id
          join directory_user on directory_user.organization_id = site.organization_id
            and directory_user.account_id = membership.account_id
            and directory_user.status = 'active'
          where user_group.site_id = ? and ${ROLE_RANK} = 2`,
        [siteId],
      );
      return Number(row?.[0]);
    },
  };
}
