/*
 * Before anything is drawn: the screen of the address is loaded, and what it will ask the backend
 * is asked. Drawing first and asking then would do the slowest things of the start one by one; and
 * a workspace that is there already answers sooner than a drawing without its answers takes.
 */
import type { QueryClient } from '@tanstack/react-query';
import { matchPath } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { jobQueries } from '#src/client/jobs.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import { type PathName, routePatterns } from '#src/ui/paths.ts';
import { type AddressParams, firstQuestions, loadScreen } from './screens.ts';

/** Longest wait for the first answers where a workspace has been made before. */
const ANSWERS_MS = 150;

type Address = Pick<Location, 'pathname' | 'search'>;

/**
 * Resolves when the screen's code is here and its questions are answered, or will not be soon. Never
 * rejects: what fails here fails again, and is shown, where it is needed.
 */
export async function preload(client: QueryClient, { pathname, search }: Address): Promise<void> {
  const found = screenAt(pathname);
  const answers = Promise.all([
    client.prefetchQuery(workspaceQueries.get()),
    client.prefetchQuery(jobQueries.list({ state: 'running' })),
    ...(found ? questionsOf(client, found, new URLSearchParams(search)) : []),
  ]);
  if (found) await loadScreen(found.name).catch(() => undefined);
  if (!hasBeenHere()) return;
  const patience = new Promise((resolve) => setTimeout(resolve, ANSWERS_MS));
  await Promise.race([answers, patience]);
}

/** The service worker stays from an earlier visit. On the first one the workspace must yet be made. */
function hasBeenHere(): boolean {
  // Missing where the page is not served securely, whatever its type says.
  const serviceWorkers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  return Boolean(serviceWorkers?.controller);
}

function questionsOf(client: QueryClient, { name, params }: Found, search: URLSearchParams) {
  const { siteId } = params;
  return [
    siteId && client.prefetchQuery(directoryQueries.site(siteId)),
    firstQuestions[name]?.(client, params, search),
  ];
}

type Found = { readonly name: PathName; readonly params: AddressParams };

function screenAt(pathname: string): Found | undefined {
  for (const name of Object.keys(routePatterns) as PathName[]) {
    const match = matchPath(routePatterns[name], pathname);
    if (match) return { name, params: match.params };
  }
  return undefined;
}
