/* Ends a page's process as a crash or the system's memory killer would: without a last word. */
import type { Browser, Page } from 'playwright-core';

/** The two ways of dying: by a fault inside, and by a signal from outside. */
export type Death = 'crash' | 'kill';

/** Ends the page's renderer, and with it the worker that holds the database. */
export async function endRenderer(page: Page, death: Death): Promise<void> {
  const gone = new Promise<void>((crashed) => page.once('crash', () => crashed()));
  if (death === 'crash') await crash(page);
  else await killRenderers(page.context().browser()!);
  await gone;
}

/** Opens another page in the place of one that died. */
export async function reopen(died: Page): Promise<Page> {
  const url = died.url();
  const page = await died.context().newPage();
  await died.close();
  await page.goto(url);
  return page;
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Nobody is left to answer.
  void session.send('Page.crash').catch(() => undefined);
}

async function killRenderers(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { id, type } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
  await session.detach();
}
