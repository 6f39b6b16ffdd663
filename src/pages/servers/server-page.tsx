/*
 * *Migration assistant*: the home of a server's migration to the cloud, with a card for each of its
 * parts (domain.md 7.1).
 */
import type { Server } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { AssessCard } from './assess-card.tsx';
import { MigrateCard } from './migrate-card.tsx';
import { ServerFrame } from './server-frame.tsx';
import styles from './servers.module.css';

/** The assistant of the server that the address names. */
export function ServerPage() {
  return (
    <ServerFrame
      isHome
      title={labels.migrationAssistant}
      description="Rehearse which people and service projects of this server come along to a cloud site, and which accounts they come out as. Nothing on the server is changed."
    >
      {(server) => (
        <Stack gap="300">
          {isEmpty(server) && <NothingLoaded serverId={server.id} />}
          <ul className={styles['cards']} aria-label={labels.migrationAssistant}>
            <AssessCard server={server} isEmpty={isEmpty(server)} />
            <MigrateCard server={server} flow="in-advance" isEmpty={isEmpty(server)} />
            <MigrateCard server={server} flow="with-data" isEmpty={isEmpty(server)} />
          </ul>
          {!isEmpty(server) && <OnThisServer server={server} />}
        </Stack>
      )}
    </ServerFrame>
  );
}

function isEmpty({ counts }: Server): boolean {
  return counts.people === 0;
}

function NothingLoaded({ serverId }: { readonly serverId: string }) {
  return (
    <SectionMessage
      title="Nobody is on this server yet"
      actions={
        <LinkButton appearance="link" to={pathTo('server-load-exports', { serverId })}>
          Load exports
        </LinkButton>
      }
    >
      Load the exports of a real server, its users or its assessment, to rehearse with them.
    </SectionMessage>
  );
}

/** What there is to migrate, as the server counts it. */
function OnThisServer({ server }: { readonly server: Server }) {
  const { licensed, customers, former, serviceProjects, requests } = server.counts;
  const inactive = server.directories.filter(({ active }) => !active).length;
  return (
    <Card
      title="On this server"
      actions={
        <LinkButton appearance="link" to={pathTo('server-users', { serverId: server.id })}>
          View users
        </LinkButton>
      }
    >
      <DefinitionList
        columns={2}
        items={[
          { term: 'Licensed users', value: count(licensed) },
          { term: labels.customers, value: count(customers) },
          { term: 'Former customers', value: count(former) },
          {
            term: 'User directories',
            value:
              inactive === 0
                ? count(server.directories.length)
                : `${count(server.directories.length)}, ${count(inactive)} of them inactive`,
          },
          { term: 'Service projects', value: count(serviceProjects) },
          { term: 'Requests', value: count(requests) },
        ]}
      />
    </Card>
  );
}
