import { MIGRATIONS } from '#src/store/migrations.ts';
import { sqliteFileWithSchema } from './workspace-files.ts';
import { utf8 } from '#test/support/exports.ts';
import type { World } from '#test/support/world.ts';
import type { Cases } from './case.ts';

async function workspaceFile(world: World): Promise<Uint8Array> {
  const { body } = await world.raw('workspace.export-file');
  return body!;
}

export const workspaceCases: Cases<
  | 'workspace.get'
  | 'workspace.reset'
  | 'workspace.set-clock'
  | 'workspace.set-persona'
  | 'workspace.set-strict'
  | 'workspace.export-file'
  | 'workspace.import-file'
> = {
  'workspace.get': { answers: () => ({}), refuses: {} },
  'workspace.reset': {
    answers: () => ({ body: { scenario: 'blank' } }),
    refuses: {
      'workspace.unknown-scenario': () => ({
        call: { body: { scenario: 'no such' } },
        facts: { name: 'no such' },
      }),
    },
  },
  'workspace.set-clock': {
    answers: () => ({ body: { action: 'next-event' } }),
    refuses: {},
  },
  'workspace.set-persona': {
    answers: () => ({ body: { persona: 'agent' } }),
    refuses: {},
  },
  'workspace.set-strict': {
    answers: () => ({ body: { strict: true } }),
    refuses: {},
  },
  'workspace.export-file': { answers: () => ({}), refuses: {} },
  'workspace.import-file': {
    answers: async (world) => ({ bytes: await workspaceFile(world) }),
    refuses: {
      'workspace.file-unreadable': () => ({
        call: { bytes: utf8('no workspace') },
        facts: { reason: 'The file is not a Drydock workspace.' },
      }),
      'workspace.file-too-new': async (world) => ({
        call: { bytes: sqliteFileWithSchema(await workspaceFile(world), 1000) },
        facts: { schema: 1000, supported: MIGRATIONS.length },
      }),
    },
  },
};
