/* Visits in turns, so that whatever else the machine does falls on both pages alike. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../support/find-chromium.ts';
import type { Options } from './options.ts';
import type { Subject } from './subjects.ts';
import { visit, type Visit } from './visit.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A browser has things of its own to do after its start. */
const WARM_UP_MS = 1_000;

/** A fresh profile's first visit, and its second in the same profile. */
export type Run = { readonly first: Visit; readonly second: Visit };

/** Every run visits each page in a profile of its own; the page that comes first takes turns. */
export async function measure<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  { runs, slowDown }: Options,
  say: (words: string) => void,
): Promise<Record<Name, Run[]>> {
  const executablePath = findChromium();
  const names = Object.keys(subjects) as Name[];
  const none = names.map((name): [Name, Run[]] => [name, []]);
  const measured = Object.fromEntries(none) as Record<Name, Run[]>;
  for (let run = 1; run <= runs; run += 1) {
    for (const name of run % 2 === 0 ? names.toReversed() : names) {
      const taken = await inFreshProfile(executablePath, subjects[name], slowDown);
      measured[name].push(taken);
      say(`${run}/${runs} ${name}: ${wordsOf(taken.first)}, then ${wordsOf(taken.second)}`);
    }
  }
  return measured;
}

async function inFreshProfile(
  executablePath: string,
  subject: Subject,
  slowDown: number,
): Promise<Run> {
  const profile = mkdtempSync(join(tmpdir(), 'drydock-bench-profile-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
  try {
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
    const first = await visit(context, subject, slowDown);
    const second = await visit(context, subject, slowDown);
    return { first, second };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function wordsOf({ firstRow, largestPaint }: Visit): string {
  return `row ${Math.round(firstRow)} ms, paint ${Math.round(largestPaint)} ms`;
}
