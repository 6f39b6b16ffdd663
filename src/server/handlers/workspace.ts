import type { HandlerContext } from '../handler.ts';
import { transaction, type Handlers } from '../handler.ts';
import { scenarioByName, scenarios } from '#src/application/scenarios/catalogue.ts';
import {
  adoptWorkspace,
  anchoredWorkspace,
  changeClock,
  getWorkspace,
  nextEventAt,
  setPersona,
  setStrict,
  SPEEDS,
} from '#src/application/workspace.ts';
import type { Tx } from '#src/application/ports.ts';
import { simulatedNow } from '#src/domain/clock.ts';
import { err, ok } from '#src/domain/result.ts';

/** Endpoints of the simulator's own controls. */
export const workspaceHandlers: Handlers<
  | 'workspace.get'
  | 'workspace.reset'
  | 'workspace.set-clock'
  | 'workspace.set-persona'
  | 'workspace.set-strict'
  | 'workspace.export-file'
  | 'workspace.import-file'
> = {
  'workspace.get': transaction((tx, _input, context) => ok(presentWorkspace(tx, context))),
  'workspace.reset': {
    kind: 'whole-store',
    run: (store, { body }, context) => {
      const scenario = scenarioByName(body.scenario);
      if (!scenario) return err({ code: 'workspace.unknown-scenario', name: body.scenario });
      store.reset((tx) => scenario.seed(tx, context.wallNow));
      return ok(store.read((tx) => presentWorkspace(tx, decided(context))));
    },
  },
  'workspace.set-clock': transaction((tx, { body }, context) => {
    changeClock(tx, body, context);
    return ok(presentWorkspace(tx, context));
  }),
  'workspace.set-strict': transaction((tx, { body }, context) => {
    setStrict(tx, body.strict, context);
    return ok(presentWorkspace(tx, context));
  }),
  'workspace.set-persona': transaction((tx, { body }, context) => {
    setPersona(tx, body.persona, context);
    return ok(presentWorkspace(tx, context));
  }),
  'workspace.export-file': {
    kind: 'whole-store',
    run: (store, _input, context) => {
      // Without a write: it must work as well where the browser gives no more storage.
      const settings = store.read((tx) => anchoredWorkspace(tx, context.wallNow));
      const day = new Date(context.now).toISOString().slice(0, 10);
      const fileName = `drydock-${settings.scenario}-${day}.drydock`;
      return ok({ fileName, bytes: store.exportFile(settings) });
    },
  },
  'workspace.import-file': {
    kind: 'whole-store',
    run: (store, { bytes }, context) => {
      const replaced = store.importFile(bytes, (tx) => {
        adoptWorkspace(tx, context);
      });
      return replaced.ok
        ? ok(store.read((tx) => presentWorkspace(tx, decided(context))))
        : replaced;
    },
  },
};

/** Replacing the workspace answers what the address asked for. */
function decided(context: HandlerContext): HandlerContext {
  return { ...context, askedScenario: null };
}

function presentWorkspace(tx: Tx, context: HandlerContext) {
  const { scenario, clock, persona, strict, change } = getWorkspace(tx);
  return {
    scenario,
    scenarios: scenarios.map(({ name, title, description }) => ({ name, title, description })),
    persona,
    strict,
    clock: {
      now: Math.floor(simulatedNow(clock, context.wallNow)),
      speed: clock.speed,
      speeds: [...SPEEDS],
    },
    nextEventAt: nextEventAt(tx),
    storage: context.storage,
    isStorageFull: context.isStorageFull,
    filledAt: context.filledAt,
    change,
    askedScenario: context.askedScenario,
  };
}
