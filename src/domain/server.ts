/* A Jira Server or Data Center instance as its user management shows it: where a migration starts. */
import type { Group } from './group.ts';
import type { GroupId, ServerDirectoryId, ServerId, ServerUserId } from './ids.ts';

export type Server = {
  readonly id: ServerId;
  readonly name: string;
  readonly edition: 'server' | 'data-center';
};

/** A user directory of a server, internal or connected. */
export type ServerDirectory = {
  readonly id: ServerDirectoryId;
  readonly serverId: ServerId;
  /** The order in which the server asks its directories; unique on the server. */
  readonly position: number;
  readonly name: string;
  /** Customers of an inactive directory are former customers (S4, "Deleted or inactive customers"). */
  readonly active: boolean;
};

/**
 * One row of one directory. The same user name in two directories is one person
 * (`server-people.ts`), so both rows carry the same user key.
 */
export type ServerUser = {
  readonly id: ServerUserId;
  readonly serverId: ServerId;
  readonly directoryId: ServerDirectoryId;
  /** `JIRAUSER10105`; of users of early releases it equals the user name. */
  readonly userKey: string;
  readonly userName: string;
  /** As given: it may be no address at all, and empty. */
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  /** What the server takes the person for: somebody with a licence, or a customer. */
  readonly type: 'licensed' | 'customer';
  readonly agent: boolean;
  readonly projectAdmin: boolean;
  /**
   * How a customer's first request came in, the widget counting as the portal; null for whoever never
   * raised one, and S4's *All Jira Service Management customers* leaves those out.
   */
  readonly channel: 'portal' | 'email' | null;
  /** Whether the person may log in; an inactive one still comes along, as an inactive one. */
  readonly active: boolean;
  readonly deleted: boolean;
};

/** A group of a server: what it confers there waits for review on the destination (domain.md 5.1). */
export type ServerGroup = Pick<Group, 'id' | 'name' | 'description' | 'role' | 'adminAccess'> & {
  readonly serverId: ServerId;
};

export type ServerMembership = { readonly groupId: GroupId; readonly userId: ServerUserId };
