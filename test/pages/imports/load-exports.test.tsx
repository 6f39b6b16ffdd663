import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  checkFiles,
  chooseFiles,
  customersFile,
  file,
  fileSection,
  openLoadExports,
  previewRow,
  sampleFile,
  SITE,
  tileCount,
} from './console.ts';

const ADA = 'qm:1:1,Ada Lovelace,ada@mail.example,Yes,19 Nov 2021';
const BOB = 'qm:1:2,Bob Marsh,bob@mail.example,No,Never accessed';

test('the page says that it is the simulator’s, what it reads, and that nothing leaves the browser', async () => {
  await openLoadExports();
  expect(await screen.findByRole('heading', { level: 1, name: 'Load exports' })).toBeTruthy();
  const main = within(screen.getByRole('main'));
  expect(main.getByText('Simulator')).toBeTruthy();
  expect(main.getByText(/read in this browser and go nowhere else/)).toBeTruthy();
  const table = main.getByRole('table');
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toEqual([
    'Portal-only customers export',
    'Users export',
    'Users export, until September 2021',
    'Users export, older still',
  ]);
});

test('exports dropped together are recognised, counted, and loaded with one press', async () => {
  const { user } = await openLoadExports();
  const zone = await screen.findByRole('group', {
    name: `Drop the exports of harbor-support here`,
  });
  const files = [sampleFile('source-portal-customers.csv'), sampleFile('source-users.csv')];
  fireEvent.drop(zone, { dataTransfer: { files } });

  const customers = within(await fileSection('source-portal-customers.csv'));
  expect(
    customers.getByText('Portal-only customers export · 39.6 kB · UTF-8 · Separated by commas'),
  ).toBeTruthy();
  expect(customers.getByText('287 new')).toBeTruthy();
  const users = within(await fileSection('source-users.csv'));
  expect(users.getByText(/^Users export .* UTF-8 with mark/)).toBeTruthy();
  expect(['New', 'Updated', 'Unchanged', 'Refused'].map(tileCount)).toEqual(['379', '0', '0', '0']);

  await user.click(
    screen.getByRole('button', { name: 'Load 287 customers and 92 Atlassian accounts' }),
  );
  expect(await screen.findByRole('heading', { level: 1, name: 'Exports loaded' })).toBeTruthy();
  expect(
    screen.getByText('287 customers and 92 Atlassian accounts loaded into harbor-support'),
  ).toBeTruthy();
  await expect
    .poll(() => document.activeElement)
    .toBe(screen.getByRole('region', { name: 'Outcome' }));
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'Portal customers' }).getAttribute('href')).toBe(
    `/s/${SITE}/portal-customers`,
  );
  expect(await main.findByRole('link', { name: 'Load exports into harbor' })).toBeTruthy();
});

test('a file that is loaded twice would change nothing', async () => {
  const view = await checkFiles([customersFile('people.csv', ADA, BOB)]);
  await view.user.click(screen.getByRole('button', { name: 'Load 2 customers' }));
  await view.user.click(await screen.findByRole('link', { name: 'Load more into harbor-support' }));
  await chooseFiles(view, customersFile('people.csv', ADA, BOB));

  expect(await screen.findByText(/^Nothing would change/)).toBeTruthy();
  expect(tileCount('Unchanged')).toBe('2');
  expect(screen.getByRole('button', { name: 'Load' })).toHaveProperty('disabled', true);
});

test('refused rows are named by line and column, and can be corrected and added again', async () => {
  const view = await checkFiles([
    customersFile('people.csv', ADA, 'qm:1:3,Cleo,cleo.mail.example,Yes,', 'qm:1:4,Dan,,Yes,'),
  ]);
  expect(within(await previewRow(3)).getByText(/is no e-mail address: it has no @/)).toBeTruthy();
  expect(within(await previewRow(4)).getByText('Column email:', { exact: false })).toBeTruthy();
  const section = within(await fileSection('people.csv'));
  expect(
    section.getByRole('button', { name: 'Download 2 refused rows of people.csv' }),
  ).toBeTruthy();

  await chooseFiles(view, customersFile('corrected.csv', 'qm:1:3,Cleo,cleo@mail.example,Yes,'));
  await fileSection('corrected.csv');
  await view.user.click(await screen.findByRole('button', { name: 'Load 2 customers' }));
  expect(await screen.findByText(/^2 rows were refused and not loaded/)).toBeTruthy();
  expect(view.world.read((tx) => tx.portalCustomers.count({}))).toBe(2);
});

test('a near match is a warning: both are loaded, and the letter that differs is named', async () => {
  await checkFiles([customersFile('people.csv', ADA, 'qm:1:9,Ada Lovelace,аda@mail.example,Yes,')]);
  const row = within(await previewRow(3));
  expect(row.getByText('New')).toBeTruthy();
  expect(row.getByText(/nearly matches .* line 2 .*U\+0430/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load 2 customers' })).toHaveProperty(
    'disabled',
    false,
  );
});

test('the tiles and the switch narrow the rows, and the address keeps it', async () => {
  const { user } = await checkFiles([
    customersFile(
      'people.csv',
      ADA,
      'qm:1:3,Cleo,cleo.mail.example,Yes,',
      'qm:1:4,,dan@x.example,Yes,',
    ),
  ]);
  await user.click(await screen.findByRole('button', { name: /Refused/ }));
  expect(await screen.findByText('1–1 of 1 row')).toBeTruthy();
  expect(window.location.search).toBe('?outcome=refused');
  await user.click(screen.getByRole('button', { name: /Refused/ }));
  await user.click(screen.getByRole('checkbox', { name: /problem or a warning/ }));
  expect(await screen.findByText('1–2 of 2 rows')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Unchanged/ }));
  await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText('1–3 of 3 rows')).toBeTruthy();
});

test('files that cannot be used say why and what to do, and can be removed', async () => {
  const { user } = await checkFiles([
    sampleFile('empty.csv'),
    sampleFile('not-a-csv.csv'),
    customersFile('headings-only.csv'),
    file('broken-heading.csv', '"username,email\nqm:1:1,ada@mail.example\n'),
  ]);
  expect(within(await fileSection('empty.csv')).getByText('The file is empty.')).toBeTruthy();
  const binary = within(await fileSection('not-a-csv.csv'));
  expect(binary.getByText('This is not a text file.')).toBeTruthy();
  const headings = within(await fileSection('headings-only.csv'));
  expect(headings.getByText(/not a single row/)).toBeTruthy();
  const broken = within(await fileSection('broken-heading.csv'));
  expect(broken.getByText(/quotation marks do not pair/)).toBeTruthy();
  expect(screen.getByText('None of these files holds a row that can be loaded.')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Remove empty.csv' }));
  await expect.poll(() => screen.queryByRole('heading', { name: 'empty.csv' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Files' }));
});

test('an import that is discarded is gone, and its address says so', async () => {
  const { user } = await checkFiles([customersFile('people.csv', ADA)]);
  const address = window.location.pathname;
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  // The message is there at once; the way back to the first screen may take a moment longer.
  expect(await screen.findByText('Nothing was loaded into harbor-support')).toBeTruthy();
  expect(await screen.findByRole('heading', { level: 1, name: 'Load exports' })).toBeTruthy();
  expect(window.location.pathname).toBe(`/s/${SITE}/load-exports`);
  expect(address).not.toBe(window.location.pathname);
  window.history.back();
  expect(await screen.findByText('These files are no longer here')).toBeTruthy();
});

test('when the site changed since the preview nothing is loaded before the new preview is seen', async () => {
  const view = await checkFiles([customersFile('people.csv', ADA, BOB)]);
  const { world, user } = view;
  const other = await world.get('imports.create', { params: { siteId: SITE } });
  const params = { importId: other.id };
  const bytes = new TextEncoder().encode(`username,email\n,ada@mail.example\n`);
  await world.get('imports.add-file', { params, query: { name: 'other.csv' }, bytes });
  await world.get('imports.write', { params });

  await user.click(screen.getByRole('button', { name: 'Load 2 customers' }));
  expect(await screen.findByText('Something changed since the preview')).toBeTruthy();
  await expect.poll(() => tileCount('Updated')).toBe('1');
  expect(world.read((tx) => tx.portalCustomers.count({}))).toBe(1);

  await user.click(screen.getByRole('button', { name: 'Load 2 customers' }));
  expect(await screen.findByRole('heading', { name: 'Exports loaded' })).toBeTruthy();
});

test('names are shown as text, whatever they contain', async () => {
  await checkFiles([
    customersFile('people.csv', 'qm:1:1,<img src=x onerror=alert(1)>,ada@mail.example,Yes,'),
  ]);
  const row = within(await previewRow(2));
  expect(row.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  expect(row.queryByRole('img')).toBeNull();
});

test('a site that does not exist says so', async () => {
  await openLoadExports();
  window.history.pushState(null, '', '/s/site_nowhere/load-exports');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(await screen.findByText(/There is no such site/)).toBeTruthy();
});
