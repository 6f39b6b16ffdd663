/* The keyboard alone: where the focus is, and how it gets somewhere. Nothing here ever clicks. */
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { arriveAt, isNothingUnderWay, nextEvent, until } from './console-actions.ts';

/** More tab stops than any screen has: who does not arrive within them never will. */
const MOST_STOPS = 150;

/** Whether the element has the focus. */
function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((node) => node === document.activeElement);
}

/**
 * Presses Tab until the target has the focus, and sees to it that the focus is visible there
 * (WCAG 2.4.7) and not hidden under something else (2.4.11).
 */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let stops = 0; !(await isFocused(target.first())); stops += 1) {
    if (stops === MOST_STOPS) throw new Error(`The keyboard does not get to ${target}`);
    await page.keyboard.press(key);
  }
  expect(await focusFaults(page)).toEqual([]);
}

/** Gets to the target and presses Enter there. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Follows a link and arrives, with the focus on the heading of the new screen. */
export async function go(
  page: Page,
  link: string | RegExp,
  title: string,
  place = page.getByRole('main'),
) {
  await enter(page, place.getByRole('link', { name: link, exact: true }));
  await arriveAt(page, title);
  await expectFocusOn(page.getByRole('heading', { level: 1, name: title }));
}

/** Jumps from event to event until nothing is under way; the focus stays on the button. */
export async function finishByKeyboard(page: Page): Promise<void> {
  const button = nextEvent(page);
  await tabTo(page, button);
  await until(async () => {
    await expectFocusOn(button);
    if (await isNothingUnderWay(page)) return true;
    // While a jump is under way the button takes no presses.
    await page.keyboard.press('Enter');
    return false;
  });
}

/** Selects an option of a list of choices by typing its first letters. */
export async function pick(page: Page, list: Locator, letters: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(letters);
}

/** The focus is on something, and not lost to the document: true after every action. */
export async function expectFocusKept(page: Page): Promise<void> {
  await vi.waitUntil(() => page.evaluate(() => document.activeElement !== document.body), {
    timeout: 5_000,
  });
}

/** Waits until the target has the focus. */
export async function expectFocusOn(target: Locator): Promise<void> {
  await target.waitFor();
  await vi
    .waitUntil(() => isFocused(target), { timeout: 5_000 })
    .catch(async () => {
      const focused = await target.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      throw new Error(`The focus is not on ${target}, but on ${focused}`);
    });
}

/** What is wrong with the focus as it is shown; nothing is good. */
function focusFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return ['nothing has the focus'];
    const faults: string[] = [];
    const name = focused.outerHTML.slice(0, 120);
    if (!focused.matches(':focus-visible')) faults.push(`the focus is not marked: ${name}`);
    const marks = [focused, focused.parentElement].flatMap((each) =>
      each ? [getComputedStyle(each), getComputedStyle(each, '::after')] : [],
    );
    const isMarked = marks.some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
    );
    if (!isMarked) faults.push(`the focus cannot be seen: ${name}`);
    const { left, top, width, height } = focused.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    const isSeen = onTop !== null && (focused.contains(onTop) || onTop.contains(focused));
    if (!isSeen)
      faults.push(`something hides the focus: ${name} under ${onTop?.outerHTML.slice(0, 80)}`);
    return faults;
  });
}
