import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { problems } from '#src/contract/problem.ts';
import { count, countOf, listOf, share } from '#src/ui/count.ts';
import {
  formatDuration,
  formatInstant,
  formatRelative,
  Instant,
  SimulatedNowProvider,
} from '#src/ui/instant.tsx';
import { pagesShown } from '#src/ui/pagination.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { problemText } from '#src/ui/problem-text.ts';

const NOW = Date.UTC(2026, 2, 2, 9, 5);
const MINUTE = 60_000;

test('every problem has words, also without facts', () => {
  for (const code of Object.keys(problems)) {
    const { title, description } = problemText({ code, facts: {} });
    expect(title, code).not.toBe('The simulated backend did not answer');
    expect(description, code).toMatch(/\S.*\.$/);
    expect(`${title} ${description}`, code).not.toMatch(/undefined|null|“”/);
  }
});

test('what has no code is a backend that did not answer', () => {
  expect(problemText(new TypeError('fetch failed')).title).toBe(
    'The simulated backend did not answer',
  );
});

test('a disabled action says who can do it', () => {
  expect(whyNot({ allowed: true, by: ['organization-admin'] })).toBeUndefined();
  expect(whyNot({ allowed: false, by: ['organization-admin', 'site-admin'] })).toBe(
    'Only organization admins and site admins can do this',
  );
});

test('numbers come with the form of the noun that fits', () => {
  const request = { one: 'request', other: 'requests' };
  expect(countOf(1, request)).toBe('1 request');
  expect(countOf(0, request)).toBe('0 requests');
  expect(count(12_480)).toBe('12,480');
  expect(listOf(['Lisbon', 'Porto', 'Faro'])).toBe('Lisbon, Porto, and Faro');
});

test('work is never shown as complete before it is', () => {
  expect(share(0.9999)).toBe('99%');
  expect(share(1)).toBe('100%');
});

test('instants are UTC and say so', () => {
  expect(formatInstant(NOW)).toBe('Mar 2, 2026');
  expect(formatInstant(NOW, 'date-time')).toMatch(/^Mar 2, 2026, 9:05\sAM UTC$/);
});

test('relative instants go by simulated time', () => {
  expect(formatRelative(NOW - 3 * 24 * 60 * MINUTE, NOW)).toBe('3 days ago');
  expect(formatRelative(NOW - MINUTE / 2, NOW)).toBe('just now');
  render(
    <SimulatedNowProvider now={NOW}>
      <Instant at={NOW - 2 * 60 * MINUTE} format="relative" />
      <Instant at={null} />
    </SimulatedNowProvider>,
  );
  expect(screen.getByText('2 hours ago').getAttribute('datetime')).toBe('2026-03-02T07:05:00.000Z');
  expect(screen.getByText('Never')).toBeTruthy();
});

test('durations are rounded up to whole minutes', () => {
  expect(formatDuration(MINUTE - 1)).toBe('less than a minute');
  expect(formatDuration(6.2 * MINUTE)).toBe('7 minutes');
  expect(formatDuration(80 * MINUTE)).toBe('1 hour 20 minutes');
  expect(formatDuration(3 * 24 * 60 * MINUTE)).toBe('3 days');
});

test('long page lists leave out the middle, and always hold seven places', () => {
  expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
  expect(pagesShown(1, 20)).toEqual([1, 2, 3, 4, 5, 0, 20]);
  expect(pagesShown(10, 20)).toEqual([1, 0, 9, 10, 11, 0, 20]);
  expect(pagesShown(20, 20)).toEqual([1, 0, 16, 17, 18, 19, 20]);
});

test('addresses escape what ids hold', () => {
  expect(pathTo('portal-customers', { siteId: 'site_a' }, { customer: 'qm:1:2', tab: '' })).toBe(
    '/s/site_a/portal-customers?customer=qm%3A1%3A2',
  );
  expect(pathTo('organizations')).toBe('/');
});
