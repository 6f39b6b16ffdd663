/* Writes the changes of an import into a server: its users, and directories that are not there yet. */
import type { ServerDirectoryId, ServerId } from '../domain/ids.ts';
import type { DirectoryPlace } from '../domain/import-server-directories.ts';
import type { ServerUserChange } from '../domain/import-server-people.ts';
import type { Context, Tx } from './ports.ts';

export class ServerWriter {
  private readonly tx: Tx;
  private readonly serverId: ServerId;
  private readonly context: Context;
  private readonly created = new Map<string, ServerDirectoryId>();

  constructor(tx: Tx, serverId: ServerId, context: Context) {
    this.tx = tx;
    this.serverId = serverId;
    this.context = context;
  }

  putUser({ existing, directory, user }: ServerUserChange): void {
    const { serverId } = this;
    const id = existing?.id ?? this.context.ids.next('server-user');
    this.tx.serverUsers.put({ ...user, id, serverId, directoryId: this.directoryOf(directory) });
    if (existing && existing.userKey !== user.userKey)
      this.moveFixes(existing.userKey, user.userKey);
    if (existing && existing.directoryId !== directory.id) this.leave(existing.directoryId);
  }

  private directoryOf({ id, key, name, position }: DirectoryPlace): ServerDirectoryId {
    const known = id ?? this.created.get(key);
    if (known) return known;
    const directory = this.context.ids.next('server-directory');
    const { serverId } = this;
    this.tx.serverDirectories.put({ id: directory, serverId, position, name, active: true });
    this.created.set(key, directory);
    return directory;
  }

  /** A stand-in goes when the last user has got a directory of their own. */
  private leave(directoryId: ServerDirectoryId): void {
    if (this.tx.serverUsers.count({ directoryId }) > 0) return;
    this.tx.serverDirectories.remove({ id: directoryId });
  }

  /** What was decided about somebody's address stays decided under the new user key. */
  private moveFixes(from: string, to: string): void {
    const { serverId } = this;
    for (const row of this.tx.serverFixRows.where({ serverId, userKey: from })) {
      const { file } = row;
      this.tx.serverFixRows.remove({ serverId, file, userKey: from });
      if (!this.tx.serverFixRows.get({ serverId, file, userKey: to })) {
        this.tx.serverFixRows.put({ ...row, userKey: to });
      }
    }
  }
}
