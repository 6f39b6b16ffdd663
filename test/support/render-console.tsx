/* The whole console at an address, over the real backend in memory, in one process. */
import { render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { getResponse } from 'msw/utils/get-response';
import { StrictMode } from 'react';
import { onTestFinished } from 'vitest';
import { App } from '#src/app/app.tsx';
import type { BackendState, BackendStatus } from '#src/client/backend-status.ts';
import { configureTransport } from '#src/client/http.ts';
import { createHandlers } from '#src/server/page-handlers.ts';
import { openWorld, type World } from './world.ts';

type ConsoleOptions = {
  readonly scenario?: 'demo' | 'blank';
  readonly persona?: 'organization-admin' | 'site-admin' | 'agent';
  /** Changes the data before the console opens. */
  readonly before?: (world: World) => Promise<unknown>;
};

export type RenderedConsole = RenderResult & {
  readonly user: UserEvent;
  /** The backend that the console talks to; `world.clock.wallNow` moves time. */
  readonly world: World;
  /** Lets this many simulated minutes pass; running work is looked at within half a second. */
  readonly passMinutes: (minutes: number) => void;
  /** Tells the console that another tab has changed something: what is on screen is read again. */
  readonly changedElsewhere: () => void;
};

/** Wall milliseconds in which a simulated minute passes in a fresh scenario. */
const WALL_MS_PER_MINUTE = 1000;

/** Opens the console at `path` and answers as soon as it is drawn; wait for content with `findBy…`. */
export async function renderConsole(
  path: string,
  { scenario = 'demo', persona, before }: ConsoleOptions = {},
): Promise<RenderedConsole> {
  const world = await openWorld(scenario);
  if (persona) await world.get('workspace.set-persona', { body: { persona }, key: 'persona' });
  await before?.(world);

  const handlers = createHandlers((request) => world.backend.handle(request));
  configureTransport(async (request) => (await getResponse(handlers, request)) ?? Response.error());
  window.history.replaceState(null, '', path);
  const listeners = new Set<() => void>();
  const backend = statusOf(
    { phase: 'ready', storage: 'memory' },
    {
      onChanged(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  );
  const view = render(
    <StrictMode>
      <App backend={backend} />
    </StrictMode>,
  );
  onTestFinished(() => {
    view.unmount();
    world.backend.close();
  });

  return {
    ...view,
    user: userEvent.setup(),
    world,
    passMinutes: (minutes) => {
      world.clock.wallNow += minutes * WALL_MS_PER_MINUTE;
    },
    changedElsewhere: () => {
      for (const listener of listeners) listener();
    },
  };
}

/** A backend status that stays as it is, for screens that depend on it. */
export function statusOf(state: BackendState, acts: Partial<BackendStatus> = {}): BackendStatus {
  return {
    get: () => state,
    subscribe: () => () => undefined,
    onChanged: () => () => undefined,
    takeOver: () => undefined,
    saveStored: () => Promise.reject(new Error('There is nothing to save')),
    startAfresh: () => undefined,
    ...acts,
  };
}
