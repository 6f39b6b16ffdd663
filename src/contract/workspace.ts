import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, persona } from './schemas.ts';

const workspace = z.object({
  scenario: z.string(),
  scenarios: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() })),
  persona,
  /** Only what the real product does; no simulator extras. */
  strict: z.boolean(),
  clock: z.object({
    now: instant,
    /** Simulated milliseconds per wall millisecond; 0 is paused. */
    speed: z.number(),
    speeds: z.array(z.number()),
  }),
  /** When the next running job is due to finish; null when nothing runs. */
  nextEventAt: instant.nullable(),
  /** `memory`: this browser gives no durable storage, so a reload loses the workspace. */
  storage: z.enum(['durable', 'memory']),
  /** The browser gave no more storage: changes are refused and work waits until there is room. */
  isStorageFull: z.boolean(),
  /** Wall time at which nothing was found stored and a scenario was opened; null when something was. */
  filledAt: z.number().nullable(),
  change: z.number(),
  /** The scenario that the address asked for, not opened because it would replace work; null otherwise. */
  askedScenario: z.string().nullable(),
});

/** The simulator's own controls: scenario, clock, persona, the workspace as a file. */
export const workspaceEndpoints = {
  'workspace.get': endpoint({
    summary: 'The settings of the simulator',
    response: workspace,
    problems: [],
  }),
  'workspace.reset': endpoint({
    summary: 'Replace everything by a fresh scenario',
    body: z.object({ scenario: z.string() }),
    response: workspace,
    problems: ['workspace.unknown-scenario'],
  }),
  'workspace.set-clock': endpoint({
    summary: 'Change the speed of simulated time, or jump to the next event',
    body: z.discriminatedUnion('action', [
      z.object({ action: z.literal('set-speed'), speed: z.number().min(0).max(3600) }),
      z.object({ action: z.literal('next-event') }),
    ]),
    response: workspace,
    problems: [],
  }),
  'workspace.set-persona': endpoint({
    summary: 'Choose whom the simulator lets you be',
    body: z.object({ persona }),
    response: workspace,
    problems: [],
  }),
  'workspace.set-strict': endpoint({
    summary: 'Switch strict mode: only what the real product does',
    body: z.object({ strict: z.boolean() }),
    response: workspace,
    problems: [],
  }),
  'workspace.export-file': endpoint({
    summary: 'The whole workspace as one file',
    file: 'application/vnd.sqlite3',
    problems: [],
  }),
  'workspace.import-file': endpoint({
    summary: 'Replace everything by a workspace file',
    takesBytes: true,
    response: workspace,
    problems: ['workspace.file-unreadable', 'workspace.file-too-new'],
  }),
};
