/* What the screens of a server have in common: the server, the way here, and who may see it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { serverQueries } from '#src/client/servers.ts';
import type { Server } from '#src/contract/wire.ts';
import { Page } from '#src/ui/page.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { serverWay } from '#src/ui/server-way.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';

type ServerFrameProps = {
  readonly title: string;
  readonly description: string;
  readonly isHome?: boolean;
  readonly actions?: (server: Server) => ReactNode;
  readonly children: (server: Server) => ReactNode;
};

/** One screen about the server that the address names. */
export function ServerFrame({ title, description, isHome, actions, children }: ServerFrameProps) {
  const { serverId = '' } = useParams();
  const { data, error, refetch } = useQuery(serverQueries.get(serverId));
  // What was seen before another persona took over is not for this one.
  const server = problemCode(error) === 'forbidden' ? undefined : data;
  return (
    <Page
      title={title}
      description={description}
      breadcrumbs={serverWay(serverId, server?.name, isHome ? { isHome } : {})}
      actions={server && actions?.(server)}
    >
      {server && children(server)}
      {!server && error && <Failed error={error} retry={refetch} />}
      {!server && !error && <SkeletonLines count={8} />}
    </Page>
  );
}
