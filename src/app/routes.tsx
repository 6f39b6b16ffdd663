/* The routes as data: which screen stands at which address, and what surrounds it. */
import { lazy, Suspense, useState } from 'react';
import type { RouteObject } from 'react-router-dom';
import { type PathName, routePatterns } from '#src/ui/paths.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { OrganizationShell } from './organization-shell.tsx';
import { loadedScreen, loadScreen } from './screens.ts';
import { Shell } from './shell.tsx';
import { SiteShell } from './site-shell.tsx';
import { StartScreen } from './start-screen.tsx';

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
const isOfServer = (name: PathName) => routePatterns[name].startsWith(routePatterns.server);

/** No part of the first screens: another product's place is loaded when somebody goes there. */
const ServerShell = lazy(async () => ({
  default: (await import('./server-shell.tsx')).ServerShell,
}));

/** Every address of the console. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    children: [
      {
        element: <OrganizationShell />,
        children: names.filter((name) => !isOfSite(name) && !isOfServer(name)).map(screen),
      },
      { element: <SiteShell />, children: names.filter(isOfSite).map(screen) },
      {
        element: (
          <Suspense
            fallback={
              <Frame>
                <StartScreen />
              </Frame>
            }
          >
            <ServerShell />
          </Suspense>
        ),
        children: names.filter(isOfServer).map(screen),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
];
