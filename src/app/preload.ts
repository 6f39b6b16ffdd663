/*
 * Before anything is drawn: the screen of the address is loaded, and what it will ask the backend
 * is asked. Drawing first and asking then would do the slowest things of the start one by one.
 */
import type { QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { jobQueries } from '#src/client/jobs.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import { type PathName, routePatterns } from '#src/ui/paths.ts';
import { firstQuestions, loadScreen } from './screens.ts';

type Address = Pick<Location, 'pathname' | 'search'>;

/**
 * Resolves when the screen's code is here and its questions are asked, not answered. Never rejects:
 * what fails here fails again, and is shown, where it is needed.
 */
export async function preload(client: QueryClient, { pathname, search }: Address): Promise<void> {
  void client.prefetchQuery(workspaceQueries.get());
  void client.prefetchQuery(jobQueries.list({ state: 'running' }));
  const found = screenAt(pathname);
  if (found === undefined) return;
  const { name, params } = found;
  if (params['siteId']) void client.prefetchQuery(directoryQueries.site(params['siteId']));
  firstQuestions[name]?.(client, params, new URLSearchParams(search));
  await loadScreen(name).catch(() => undefined);
}

function screenAt(pathname: string) {
  for (const name of Object.keys(routePatterns) as PathName[]) {
    const match = matchPath(routePatterns[name], pathname);
    if (match) return { name, params: match.params };
  }
  return undefined;
}
