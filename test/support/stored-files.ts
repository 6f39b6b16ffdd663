/* What lies in the private files of an origin: looked into with SQL, spoilt, deleted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * How to spoil a database: overwrite its beginning or its middle, cut it in half, leave nothing of
 * it, or nothing of its log alone. The pool's own header before the database's bytes stays.
 */
type Spoiling = 'beginning' | 'middle' | 'half' | 'empty' | 'log';

/** Leaves the app for an address of this origin without it: then nobody holds the files. */
async function leave(page: Page): Promise<void> {
  await page.goto('/icon.svg');
}

/** Deletes everything in the private files, as a browser does that is short of space. */
export async function evict(page: Page): Promise<void> {
  await leave(page);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
  });
}

/** Spoils all files with content, the database and its log, and says how many they were. */
export async function spoilStored(page: Page, how: Spoiling): Promise<number> {
  await leave(page);
  return page.evaluate(async (wanted) => {
    const HEADER_BYTES = 4096;
    let count = 0;
    async function spoil(handle: FileSystemFileHandle): Promise<void> {
      const { size } = await handle.getFile();
      const content = size - HEADER_BYTES;
      if (content <= 0) return;
      const path = await (await handle.getFile()).slice(0, 512).text();
      if (wanted === 'log' && !path.replace(/\0.*$/s, '').endsWith('-wal')) return;
      count += 1;
      const writable = await handle.createWritable({ keepExistingData: true });
      if (wanted === 'half') await writable.truncate(HEADER_BYTES + Math.floor(content / 2));
      else if (wanted === 'empty' || wanted === 'log') await writable.truncate(HEADER_BYTES);
      else {
        const position = HEADER_BYTES + (wanted === 'middle' ? Math.floor(content / 2) : 0);
        const data = new TextEncoder().encode('this was a database once'.repeat(2000));
        await writable.write({ type: 'write', position, data: data.slice(0, content / 2) });
      }
      await writable.close();
    }
    async function walk(folder: FileSystemDirectoryHandle): Promise<void> {
      for await (const entry of folder.values()) {
        if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle);
        else await spoil(entry as FileSystemFileHandle);
      }
    }
    await walk(await navigator.storage.getDirectory());
    return count;
  }, how);
}

const SQLITE = join(import.meta.dirname, '../../node_modules/@sqlite.org/sqlite-wasm/dist');

const RUNNER = `
import initialize from '/test-sqlite/index.mjs';
onmessage = async ({ data }) => {
  try {
    const sqlite = await initialize();
    const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'drydock-drydock', directory: 'drydock' });
    const database = new pool.OpfsSAHPoolDb('/workspace.sqlite3');
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal;');
    database.exec('pragma wal_checkpoint(truncate)');
    const rows = data === '' ? [] : database.exec({ sql: data, returnValue: 'resultRows' });
    database.close();
    postMessage({ rows });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};`;

/** Runs SQL on the stored database, its log written back first; the rows that came. */
export async function runStored(page: Page, sql = ''): Promise<unknown[][]> {
  await leave(page);
  const types: Record<string, string> = { mjs: 'text/javascript', wasm: 'application/wasm' };
  await page.route('**/test-sqlite/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!;
    const contentType = types[name.split('.').at(-1)!] ?? 'text/javascript';
    const body = name === 'runner.mjs' ? RUNNER : readFileSync(join(SQLITE, name));
    return route.fulfill({ contentType, body });
  });
  const answer = await page.evaluate(
    (asked) =>
      new Promise<{ rows?: unknown[][]; error?: string }>((resolve, reject) => {
        const worker = new Worker('/test-sqlite/runner.mjs', { type: 'module' });
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        worker.addEventListener('message', ({ data }) => {
          worker.terminate();
          resolve(data);
        });
        worker.postMessage(asked, []);
      }),
    sql,
  );
  await page.unroute('**/test-sqlite/*');
  if (answer.rows === undefined) throw new Error(answer.error);
  return answer.rows;
}
