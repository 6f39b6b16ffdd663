/*
 * Two tabs make 1,000 changes each at the same time, and one of them is killed midway: every change
 * that was acknowledged is there, once. test/browser/tabs.test.ts does the same with fewer.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile } from '../support/browser.ts';
import { endRenderer } from '../support/kill-renderer.ts';
import {
  hearAcknowledged,
  inControl,
  invited,
  lostOrDoubled,
  makeChanges,
} from '../support/tab-changes.ts';

const CHANGES = 1_000;
const PATIENTLY = { timeout: 1_200_000 };

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test.each(['owner', 'follower'] as const)(
  'of two tabs with 1,000 changes each the %s is killed midway: what was acknowledged is there, once',
  async (who) => {
    const { context, page: owner, recorder } = await openProfile(browser);
    context.setDefaultTimeout(PATIENTLY.timeout);
    const heard = await hearAcknowledged(context);
    await owner.goto('/?scenario=blank');
    await owner.getByText('Harbor Logistics').first().waitFor();
    const follower = await context.newPage();
    await follower.goto('/');
    await follower.getByText('Harbor Logistics').first().waitFor();
    await Promise.all([inControl(owner), inControl(follower)]);

    const [killed, living] = who === 'owner' ? [owner, follower] : [follower, owner];
    const changes = { count: CHANGES, atOnce: 4 };
    const cut = makeChanges(killed, { tab: 'killed', ...changes }).catch(() => 'killed');
    const whole = makeChanges(living, { tab: 'living', ...changes });
    const made = () => [...heard.keys()].filter((email) => email.startsWith('killed-')).length;
    await expect.poll(made, { ...PATIENTLY, interval: 10 }).toBeGreaterThan(CHANGES / 2);
    await endRenderer(killed, 'crash');
    expect(await cut).toBe('killed');
    const gap = await whole;
    process.stdout.write(`${who} killed after ${made()} changes: gap ${Math.round(gap)} ms\n`);

    const present = await invited(living);
    expect(present.filter((email) => email.startsWith('living-'))).toHaveLength(CHANGES);
    expect(lostOrDoubled(heard, present)).toEqual([]);
    recorder.expectClean();
    await context.close();
  },
);
