/* The routes as data: which screen stands at which address, and what surrounds it. */
import { lazy, useState } from 'react';
import type { RouteObject } from 'react-router-dom';
import { type PathName, routePatterns } from '#src/ui/paths.ts';
import { NotFound } from './not-found.tsx';
import { OrganizationShell } from './organization-shell.tsx';
import { loadedScreen, loadScreen } from './screens.ts';
import { Shell } from './shell.tsx';
import { SiteShell } from './site-shell.tsx';

function screen(name: PathName): RouteObject {
  const Late = lazy(async () => ({ default: await loadScreen(name) }));
  function Screen() {
    // Decided once: another component later would mount the screen anew and lose what it holds.
    const [{ Page }] = useState(() => ({ Page: loadedScreen(name) ?? Late }));
    return <Page />;
  }
  return { path: routePatterns[name], element: <Screen /> };
}

const names = Object.keys(routePatterns) as PathName[];
const isOfSite = (name: PathName) => routePatterns[name].startsWith(routePatterns.site);

/** Every address of the console. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    children: [
      {
        element: <OrganizationShell />,
        children: names.filter((name) => !isOfSite(name)).map(screen),
      },
      { element: <SiteShell />, children: names.filter(isOfSite).map(screen) },
      { path: '*', element: <NotFound /> },
    ],
  },
];
