/* The picture of a copy's flow, and the forecast beside a real report (issue 4, Build 7 and 11). */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { chooseTab, createPlan, finishPlan, openPlan } from './console.ts';

const HEADING = 'Email,Name,Problem,Next step';

function realReport(...lines: string[]): File {
  const text = [HEADING, ...lines, ''].join('\r\n');
  return new File([text], 'RequiresAttention.csv', { type: 'text/csv' });
}

function dropZone(): Promise<HTMLElement> {
  return screen.findByLabelText('Drop the real report here', { selector: 'input' });
}

/** Counts of a table's last column by its other cells. */
function numbersOf(table: HTMLElement): [string, number][] {
  const rows = within(table).getAllByRole('row').slice(1);
  return rows.map((row) => {
    const cells = within(row).getAllByRole('cell');
    return [cells[0]!.textContent, Number(cells.at(-1)!.textContent)];
  });
}

test('the picture of the flow names every outcome with its number, and a table has the same', async () => {
  const { user } = await openPlan(finishPlan);
  const picture = await screen.findByRole('img', { name: /^Flow of \d+ customers from / });
  await user.click(screen.getByText('The flow as a table'));
  const table = screen.getByRole('table', { name: /^Customers from .+ by outcome$/ });
  const sums = new Map<string, number>();
  for (const [action, count] of numbersOf(table)) sums.set(action, (sums.get(action) ?? 0) + count);
  expect(sums.size).toBeGreaterThan(4);
  for (const [action, count] of sums) {
    const tile = screen.getByRole('button', { name: new RegExp(`^${count} ?${action}$`) });
    expect(tile).toBeTruthy();
    expect(picture.textContent).toMatch(new RegExp(`${action}${count} customers?`));
  }
  const all = [...sums.values()].reduce((sum, count) => sum + count, 0);
  expect(picture.getAttribute('aria-label')).toContain(`Flow of ${all} customers`);
});

test('labels of the picture never stand on one another', async () => {
  await openPlan(finishPlan);
  const picture = await screen.findByRole('img', { name: /^Flow of / });
  for (const side of ['end', 'start']) {
    const lines = [...picture.querySelectorAll(`text[text-anchor="${side}"] tspan`)].map((line) =>
      Number(line.getAttribute('y')),
    );
    const distances = lines.slice(1).map((y, at) => y - lines[at]!);
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(18);
  }
});

test('a real report is held beside the forecast: hit, other problem, missed, invented', async () => {
  const view = await openPlan(finishPlan);
  await chooseTab(view, /^Logs and reports/);
  const { items: plans } = await view.world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  const { items } = await view.world.get('copy-plans.attention', {
    params: { planId: plans[0]!.id },
    query: { limit: 200 },
  });
  const [duplicate] = items.filter(({ problem }) => problem === 'upgrade-portal-only');
  const [grouped] = items.filter(({ problem }) => problem === 'review-group');
  await view.user.upload(
    await dropZone(),
    realReport(
      `${duplicate!.email},,Found duplicate accounts on destination,`,
      `${grouped!.email},,Something that nobody foresaw,`,
      'stranger@mail.example,Sam Stranger,Found duplicate accounts on destination,',
    ),
  );
  const region = await screen.findByRole('region', {
    name: 'Forecast beside RequiresAttention.csv',
  });
  expect(
    within(region).getByText(
      `RequiresAttention.csv: the forecast hit 1 of 3 rows, named another problem in 1, missed 1 and invented ${items.length - 2}.`,
    ),
  ).toBeTruthy();
  expect(within(region).getByText('Unknown problem: Something that nobody foresaw')).toBeTruthy();

  await view.user.click(within(region).getByRole('button', { name: /Missed/ }));
  const rows = within(region).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.textContent).toContain('Sam Stranger');
  expect(rows[0]!.textContent).toContain('Not forecast');
});

test('before the run the present forecast is compared, and what is no report is refused', async () => {
  const { user } = await openPlan(createPlan);
  expect(await screen.findByRole('img', { name: /^Flow of \d+ customers/ })).toBeTruthy();
  await user.upload(await dropZone(), new File(['a,b\n1,2\n'], 'other.csv', { type: 'text/csv' }));
  expect(await screen.findByText('This is not a RequiresAttention.csv')).toBeTruthy();
  await user.upload(await dropZone(), realReport());
  expect(
    await screen.findByText(/^RequiresAttention\.csv: the forecast hit 0 of 0 rows/),
  ).toBeTruthy();
  expect(screen.queryByText('This is not a RequiresAttention.csv')).toBeNull();
});
