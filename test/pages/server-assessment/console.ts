/* The console at the assessment of the small server. */
import { screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';

export const ASSESSMENT = pathTo('server-assessment', { serverId: SERVER });
export const FIXES = pathTo('server-fixes', { serverId: SERVER });
export const params = { serverId: SERVER };

type Options = {
  readonly persona?: 'organization-admin' | 'site-admin' | 'agent';
  /** Changes the data after the users were assessed. */
  readonly before?: (world: World) => Promise<unknown> | void;
};

/** Opens a screen of a server that nobody has assessed. */
export function openFresh(path: string, { before, persona }: Options = {}) {
  return renderConsole(path, {
    ...(persona && { persona }),
    before: async (world) => {
      world.store.write((tx) => putSmallServer(tx));
      await before?.(world);
    },
  });
}

/** Opens a screen of a server whose users were assessed. */
export function openAssessed(path: string, { before, ...options }: Options = {}) {
  return openFresh(path, {
    ...options,
    before: async (world) => {
      await world.get('server-assessment.begin', { params });
      await before?.(world);
    },
  });
}

/** The text of a person's row, found by the user name. */
export async function rowOf(userName: string): Promise<string> {
  const table = await screen.findByRole('table', { name: 'Assessed users of Quarry desk' });
  const cell = await within(table).findByText(userName);
  return cell.closest('tr')?.textContent ?? '';
}

/** User names of the rows on screen. */
export function userNames(): string[] {
  const table = screen.getByRole('table', { name: 'Assessed users of Quarry desk' });
  const rows = within(table).getAllByRole('row').slice(1);
  return rows.map(
    (row) => within(row).getAllByRole('cell')[0]?.firstChild?.firstChild?.textContent ?? '',
  );
}

/** Catches what the browser would save: jsdom has no downloads. */
export function catchDownloads() {
  const caught = { names: [] as string[], blobs: [] as Blob[] };
  URL.createObjectURL = (blob: Blob) => {
    caught.blobs.push(blob);
    return 'blob:caught';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    caught.names.push(this.download);
  });
  return caught;
}
