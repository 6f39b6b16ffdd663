/*
 * `npm run bench -- exports 10000 100000 1000000`: the export of these many customers through the whole
 * backend, in memory, beside the limits of the same run: as many bytes made as plain strings, and
 * written to a file.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend, type WireRequest } from '#src/server/backend.ts';
import { openInMemory } from '#src/store/database.ts';
import { migrate, MIGRATIONS } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn, type Store } from '#src/store/store.ts';
import { manyCustomer } from '../support/many-people.ts';

const SITE = 'site_harbor-support';
const MEGABYTE = 1_000_000;
const ROWS_OF_A_PART = 1_000;

/** Measures one size after the other and says one figure at a time. */
export async function benchExports(
  sizes: readonly number[],
  say: (figure: object) => void,
): Promise<void> {
  let before: { readonly size: number; readonly ms: number } | undefined;
  for (const size of sizes) {
    const { ms, longestTurn, bytes, peak } = await exported(size);
    const { strings, written } = limitsOf(size, bytes);
    say({
      figure: 'export of a site’s customers',
      rows: size,
      megabytes: round(bytes / MEGABYTE),
      totalMs: round(ms),
      goalMs: size >= 1_000_000 ? 5_000 : null,
      limitsMs: { strings: round(strings), written: round(written) },
      ratio: round(ms / (strings + written)),
      longestTurnMs: round(longestTurn),
      goalTurnMs: 50,
      rssGrowthMegabytes: round(peak / MEGABYTE),
      growth: before ? round(ms / before.ms / (size / before.size)) : null,
    });
    before = { size, ms };
  }
}

async function exported(size: number) {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const store = storeOn(database, 'memory', undefined, MIGRATIONS);
  let turnBegan = 0;
  let longestTurn = 0;
  let peak = 0;
  const backend = createBackend({
    store,
    storage: 'memory',
    scenario: 'demo',
    wallNow: () => Date.UTC(2026, 2, 2, 9),
    ticks: () => performance.now(),
    uuid: () => crypto.randomUUID(),
    onTurn: (request) => {
      if (request) turnBegan = performance.now();
      else longestTurn = Math.max(longestTurn, performance.now() - turnBegan);
      peak = Math.max(peak, process.memoryUsage.rss());
    },
  });
  fill(store, size);
  // The list that the button stands above is in memory by then.
  await store.loadLists(SITE, () => Promise.resolve());
  longestTurn = 0;
  peak = 0;
  const held = process.memoryUsage.rss();
  const began = performance.now();
  const answer = await backend.handle(get(`/sites/${SITE}/portal-customers.csv`));
  const ms = performance.now() - began;
  if (answer.status !== 200) throw new Error(`The export was refused: ${answer.status}`);
  const bytes = answer.file?.size ?? answer.body?.length ?? 0;
  backend.close();
  return { ms, longestTurn, bytes, peak: Math.max(0, peak - held) };
}

function get(path: string): WireRequest {
  return { method: 'GET', path, headers: {}, body: null };
}

function fill(store: Store, size: number): void {
  for (let from = 0; from < size; from += 10_000) {
    store.write((tx) => {
      for (let number = from; number < Math.min(size, from + 10_000); number += 1) {
        tx.portalCustomers.put(manyCustomer(number, SITE));
      }
    });
  }
}

/** As many rows of as many bytes, made and written in the plainest way. */
function limitsOf(
  rows: number,
  bytes: number,
): { readonly strings: number; readonly written: number } {
  const cells = Array.from({ length: 8 }, () => 'x'.repeat(Math.round(bytes / rows / 8)));
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const strings = timed(() => {
    for (let from = 0; from < rows; from += ROWS_OF_A_PART) {
      let text = '';
      for (let row = from; row < Math.min(rows, from + ROWS_OF_A_PART); row += 1) {
        text += `${cells.join(',')}\r\n`;
      }
      parts.push(encoder.encode(text));
    }
  });
  const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-exports-'));
  const written = timed(() => {
    const file = openSync(join(folder, 'file'), 'w');
    for (const part of parts) writeSync(file, part);
    fsyncSync(file);
    closeSync(file);
  });
  rmSync(folder, { recursive: true });
  return { strings, written };
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
