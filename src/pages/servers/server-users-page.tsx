/* Who is on a server, as its own user management shows them, and its user directories. */
import type { Server } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { Directories } from './directories.tsx';
import { PeopleList } from './people-list.tsx';
import { ServerFrame } from './server-frame.tsx';

/** The users of the server that the address names. */
export function ServerUsersPage() {
  return (
    <ServerFrame
      title={labels.users}
      description="Licensed users and customers by their user name. The same user name in two directories is one person."
      actions={loadExports}
    >
      {(server) => (
        <Stack gap="300">
          {server.directories.length > 0 && <Directories server={server} />}
          <PeopleList server={server} />
        </Stack>
      )}
    </ServerFrame>
  );
}

function loadExports({ id: serverId, counts }: Server) {
  // The empty list has the same way on.
  if (counts.people === 0) return null;
  return <LinkButton to={pathTo('server-load-exports', { serverId })}>Load exports</LinkButton>;
}
