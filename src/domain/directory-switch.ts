/*
 * What marking a directory of a server active or inactive changes: customers of an inactive directory
 * are former customers (S4, "Deleted or inactive customers"), unless they stand in an active one too.
 */
import type { ServerDirectoryId } from './ids.ts';
import { peopleOf, type ServerPerson } from './server-people.ts';
import type { ServerDirectory, ServerUser } from './server.ts';

/** People who become former, or are former no more, by what the server takes them for. */
export type DirectorySwitch = { readonly licensed: number; readonly customers: number };

/** Whom switching this directory would change; `people` are everybody as they are now. */
export function directorySwitch(
  users: readonly ServerUser[],
  directories: readonly ServerDirectory[],
  people: readonly ServerPerson[],
  directoryId: ServerDirectoryId,
): DirectorySwitch {
  const switched = directories.map((each) =>
    each.id === directoryId ? { ...each, active: !each.active } : each,
  );
  // People come in the order of their user names, which directories do not change.
  const changed = peopleOf(users, switched).flatMap(({ row }, at) => {
    const before = people[at]?.row;
    if ((before === 'former') === (row === 'former')) return [];
    return [before === 'former' ? row : before];
  });
  return {
    licensed: changed.filter((row) => row === 'licensed').length,
    customers: changed.filter((row) => row === 'customer').length,
  };
}
