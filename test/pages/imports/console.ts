/* The words of the tests about loading exports. */
import { screen, within } from '@testing-library/react';
import { File } from 'node:buffer';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { exportBytes } from '#test/support/exports.ts';

export const SITE = 'site_harbor-support';
const HEADINGS = 'username,full_name,email,active,last_login';

/** A portal-only customers export with these rows. */
export function customersFile(name: string, ...rows: readonly string[]): globalThis.File {
  return file(name, [HEADINGS, ...rows].join('\n'));
}

/** A file as the browser hands it over; jsdom's own cannot be sent with fetch. */
export function file(name: string, content: string | Uint8Array): globalThis.File {
  return new File([content], name) as unknown as globalThis.File;
}

/** One of the sample exports. */
export function sampleFile(name: string): globalThis.File {
  return file(name, exportBytes(name));
}

/** Opens the page of the blank scenario where exports are loaded. */
export function openLoadExports(options: Parameters<typeof renderConsole>[1] = {}) {
  return renderConsole(`/s/${SITE}/load-exports`, { scenario: 'blank', ...options });
}

/** Chooses files with the drop zone's button. */
export async function chooseFiles(
  { user }: Pick<RenderedConsole, 'user'>,
  ...files: readonly globalThis.File[]
): Promise<void> {
  await user.upload(await screen.findByLabelText(/^(Drop|Add more)/, { selector: 'input' }), [
    ...files,
  ]);
}

/** Opens the page, chooses files (made when the data is there), and waits for the preview. */
export async function checkFiles(
  files: readonly globalThis.File[] | (() => readonly globalThis.File[]),
  options: Parameters<typeof renderConsole>[1] = {},
): Promise<RenderedConsole> {
  const view = await openLoadExports(options);
  await chooseFiles(view, ...(typeof files === 'function' ? files() : files));
  await screen.findByRole('heading', { level: 1, name: 'Check exports' });
  await screen.findByRole('heading', { name: 'What would happen' });
  return view;
}

/** The part of the page about one file. */
export async function fileSection(name: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 3, name });
  const section = heading.closest('li');
  if (!section) throw new Error(`${name} stands outside the list of files`);
  return section;
}

/** A row of the preview by its line; `fileName` where several files are shown. */
export async function previewRow(line: number, fileName = ''): Promise<HTMLElement> {
  const name = new RegExp(`^Line ${line}\\s*${fileName}`);
  const heading = await screen.findByRole('rowheader', { name });
  const row = heading.closest('tr');
  if (!row) throw new Error(`Line ${line} stands outside the table`);
  return row;
}

/** The count on the tile of an outcome. */
export function tileCount(label: string): string {
  const tiles = screen.getByRole('list', { name: 'Rows by outcome' });
  const tile = within(tiles).getByText(label).parentElement;
  return tile?.firstElementChild?.textContent ?? '';
}
