/* Questions about requests and the customer organizations they are shared with. */
import type { AttachedRequest, Queries } from '#src/application/ports.ts';
import type { HolderId } from '#src/domain/ids.ts';
import type { Database, SqlRow, SqlValue } from '../database.ts';
import { customerOrganizationTable, requestTable } from '../tables/request-tables.ts';

type RequestQueries = Pick<Queries, 'customerOrganizationsOf' | 'attachedRequests'>;

/** Requests that one holder reported, takes part in, or shares. */
const OF_HOLDER = `select id from request where reporter_id = ?1
  union select request_id from request_participant where holder_id = ?1
  union select request.id from customer_organization_member as member
    join request on request.customer_organization_id = member.customer_organization_id
    where member.holder_id = ?1`;

export function requestQueries(database: Database): RequestQueries {
  return {
    customerOrganizationsOf(siteId, holderId) {
      const rows = database.all(
        `select ${customerOrganizationTable.selection()}
          from customer_organization_member as member
          join customer_organization
            on customer_organization.id = member.customer_organization_id
          where member.holder_id = ? and customer_organization.site_id = ?
          order by customer_organization.name_search, customer_organization.id`,
        [holderId, siteId],
      );
      return rows.map((row) => customerOrganizationTable.decode(row));
    },

    attachedRequests(siteId, holderId) {
      if (holderId === undefined)
        return attachedRequests(database, 'request.site_id = ?1', [siteId]);
      // Most people have none, and a bulk step asks about a hundred thousand.
      const ids = database.all(OF_HOLDER, [holderId]).map(([id]) => id);
      if (ids.length === 0) return [];
      const among = 'request.site_id = ?1 and request.id in (select value from json_each(?2))';
      return attachedRequests(database, among, [siteId, JSON.stringify(ids)]);
    },
  };
}

/** Three statements however many requests there are; requests of one customer organization share its list. */
function attachedRequests(
  database: Database,
  condition: string,
  values: readonly SqlValue[],
): AttachedRequest[] {
  const requests = database.all(
    `select ${requestTable.selection()} from request where ${condition} order by request.id`,
    values,
  );
  const participants = holdersBy(
    database.all(
      `select request.id, participant.holder_id from request
        join request_participant as participant on participant.request_id = request.id
        where ${condition} order by request.id, participant.holder_id`,
      values,
    ),
  );
  const members = holdersBy(
    database.all(
      `select member.customer_organization_id, member.holder_id
        from customer_organization_member as member
        where member.customer_organization_id in (
          select customer_organization_id from request where ${condition}
        ) order by member.customer_organization_id, member.holder_id`,
      values,
    ),
  );
  return requests.map((row) => {
    const request = requestTable.decode(row);
    return {
      ...request,
      participantIds: participants.get(request.id) ?? [],
      sharedWithIds: members.get(request.customerOrganizationId ?? '') ?? [],
    };
  });
}

function holdersBy(rows: readonly SqlRow[]): ReadonlyMap<string, readonly HolderId[]> {
  const lists = new Map<string, HolderId[]>();
  for (const [key, holder] of rows) {
    const list = lists.get(String(key));
    // The column holds holders only.
    if (list) list.push(holder as HolderId);
    else lists.set(String(key), [holder as HolderId]);
  }
  return lists;
}
