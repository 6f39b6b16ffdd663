/* Looking at screens: what axe finds on them, light and dark, once nothing is on its way. */
import type { Page } from 'playwright-core';
import { axe } from './browser.ts';
import { main } from './console-actions.ts';

/** What axe finds on the screen as it is, light and dark; nothing is good (WCAG 2.2 AA). */
export async function findingsOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Half way from one colour to the other, or into sight, nothing has its contrast.
    await page.evaluate(async () => {
      const passing = document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
      await Promise.allSettled(passing.map(({ finished }) => finished));
    });
    const rules = colorScheme === 'light' ? 'all' : 'colours';
    found.push(...(await axe(page, rules)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** Goes to a screen and waits for words on it, and for nothing to be on its way. */
export async function showScreen(page: Page, path: string, words: string | RegExp): Promise<void> {
  await page.goto(path);
  await settle(page, words);
}

/**
 * The same from one screen to another as Back would go: a reload costs more than all that axe does.
 * What stays from before (a flag, what was entered at the same address) stays in sight. Words that
 * stand on the screen before would prove nothing: then it is a reload all the same.
 */
export async function showNext(page: Page, path: string, words: string | RegExp): Promise<void> {
  const isProof = (await main(page).getByText(words).filter({ visible: true }).count()) === 0;
  const isMoved = await page.evaluate(
    ([to, mayMove]) => {
      const isOpen = document.getElementById('main') !== null;
      if (!mayMove || !isOpen || new URL(to, location.href).pathname === location.pathname)
        return false;
      history.pushState(null, '', to);
      return dispatchEvent(new PopStateEvent('popstate', { state: null }));
    },
    [path, isProof] as const,
  );
  if (!isMoved) await page.goto(path);
  await settle(page, words);
}

async function settle(page: Page, words: string | RegExp): Promise<void> {
  await main(page).getByText(words).filter({ visible: true }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}
