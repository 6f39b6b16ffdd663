/*
 * Groups of the demo's server: one that becomes agents and one that becomes administrators once they
 * are reviewed, one of the block list, one whose name the destination has, one that confers nothing.
 */
import type { GroupId } from '../../domain/ids.ts';
import type { ServerGroup } from '../../domain/server.ts';
import type { Tx } from '../ports.ts';
import type { ServerColleague } from './server-people.ts';
import { SERVER } from './server.ts';

type GroupKey = 'agents' | 'administrators' | 'site-admins' | 'dock-managers' | 'leads' | 'users';

type Facts = Pick<ServerGroup, 'name' | 'description' | 'role' | 'adminAccess'>;

const GROUPS: Readonly<Record<GroupKey, Facts>> = {
  agents: group('jira-servicedesk-users', 'Agents, who work on requests', 'agent'),
  administrators: {
    ...group('jira-administrators', 'Administrators of Jira', 'none'),
    adminAccess: true,
  },
  'site-admins': group('site-admins', 'Administrators of the server', 'none'),
  'dock-managers': group('dock-managers', 'Shift leads at the quays', 'customer'),
  leads: group('warehouse-leads', 'Who answers for a hall', 'customer'),
  users: group('jira-core-users', 'Everybody with a licence', 'none'),
};

/** Writes the groups and who is in them; former users are in none. */
export function seedServerGroups(tx: Tx, colleagues: readonly ServerColleague[]): void {
  for (const [key, facts] of Object.entries(GROUPS) as [GroupKey, Facts][]) {
    tx.serverGroups.put({ id: serverGroupId(key), serverId: SERVER.id, ...facts });
  }
  const users = colleagues.filter(({ is, rows }) => is !== 'customer' && !rows[0]?.deleted);
  const [firstAdmin, ...otherAdmins] = users.filter(({ is }) => is === 'project-admin');
  const agents = users.filter(({ is }) => is === 'agent');
  const others = users.filter(({ is }) => is === 'licensed');
  join(tx, 'agents', agents);
  join(tx, 'administrators', firstAdmin ? [firstAdmin, ...agents.slice(0, 1)] : []);
  join(tx, 'site-admins', firstAdmin ? [firstAdmin] : []);
  join(tx, 'dock-managers', others.slice(6, 10));
  join(tx, 'leads', [...otherAdmins, ...others.slice(9, 14)]);
  join(tx, 'users', others);
}

function join(tx: Tx, key: GroupKey, members: readonly ServerColleague[]): void {
  for (const { rows } of members) {
    const [first] = rows;
    if (first) tx.serverMemberships.put({ groupId: serverGroupId(key), userId: first.id });
  }
}

/** The id of a group of the server. */
export function serverGroupId(key: GroupKey): GroupId {
  return `group_quayside-${key}`;
}

function group(name: string, description: string, role: ServerGroup['role']): Facts {
  return { name, description, role, adminAccess: false };
}
