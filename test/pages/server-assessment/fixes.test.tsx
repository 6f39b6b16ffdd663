import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { putRunningMigration } from '../../http/cases/server-assessment.ts';
import { catchDownloads, FIXES, openAssessed, openFresh, params, rowOf } from './console.ts';

const save = () => screen.getByRole('button', { name: 'Save fixes' });

function dropZone(of = 'invalid addresses') {
  return screen.findByLabelText(`Drop the file of ${of} here`, { selector: 'input' });
}

async function chooseFile(user: Awaited<ReturnType<typeof openAssessed>>['user']) {
  const invalid = await screen.findByRole('group', { name: /invalid address\?$/ });
  await user.click(within(invalid).getByRole('radio', { name: 'Use a CSV file' }));
}

const HEADING = 'UserKey,UserName,Type,OldEmail,NewEmail,Tombstone';
const HANK = 'JIRAUSER10111,hank,INV,hank@,hank@new.example,FALSE';
const VERA = 'JIRAUSER10112,vera,INV,vera@quarry,,TRUE';

function file(...lines: string[]) {
  return new File([[HEADING, ...lines].join('\n')], 'edited.csv', { type: 'text/csv' });
}

test('the choice shows what it comes to before it is saved, and the assessment shows it after', async () => {
  const { user } = await openAssessed(FIXES);
  expect(await screen.findByText(/6 users still block every migration/)).toBeTruthy();
  expect(save().getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('radio', { name: 'Migrate invalid users as Former users' }));
  await user.click(screen.getByRole('radio', { name: 'Merge duplicated users' }));
  expect(await screen.findByText(/Nobody blocks a migration/)).toBeTruthy();
  await user.click(save());
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Assess and prepare your users' }),
  ).toBeTruthy();
  expect(await screen.findByText('The fixes are saved')).toBeTruthy();
  expect(await rowOf('twin.mobile')).toContain('Merged');
});

test('every documented choice is there, with what it means', async () => {
  await openAssessed(FIXES);
  for (const name of [
    'Migrate invalid users as Former users',
    'Merge duplicated users',
    'Create new emails for duplicated users',
    'Simple',
    'Advanced',
  ]) {
    expect(await screen.findByRole('radio', { name })).toBeTruthy();
  }
  expect(screen.getAllByRole('radio', { name: 'Do nothing' })).toHaveLength(2);
  expect(screen.getByText(/Permissions add up/)).toBeTruthy();
});

test('a CSV file is downloaded, edited, uploaded, and is the fix from then on', async () => {
  const caught = catchDownloads();
  const { user, world } = await openAssessed(FIXES);
  await chooseFile(user);
  expect(save().getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Download CSV' }));
  await waitFor(() => expect(caught.names).toEqual(['invalid-emails.csv']));
  expect(await caught.blobs[0]?.text()).toContain('hank_10111@mail.example');

  await user.upload(await dropZone(), file(VERA, HANK));
  expect(await screen.findByText('edited.csv is the fix now')).toBeTruthy();
  expect(await screen.findByText('A file is uploaded')).toBeTruthy();
  const { found } = await world.get('server-assessment.get', { params });
  expect(found?.fixes.invalid).toBe('file');
  expect(found?.totals).toMatchObject({ former: 1, newAddresses: 1 });
});

test('a refused file is explained line by line, and a corrected one is taken', async () => {
  const { user } = await openAssessed(FIXES);
  await chooseFile(user);
  await user.upload(await dropZone(), file(HANK.replace('@new.example', ''), `${VERA}x`, HANK));
  expect(await screen.findByText('edited.csv was refused')).toBeTruthy();
  const table = screen.getByRole('table', { name: 'What is wrong with edited.csv' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'Whole fileAllThe file has 3 rows where 2 are expected. Rows may not be added or removed.',
    '2NewEmail“hank” is no usable address. It has no @.',
    '3TombstoneTRUE or FALSE is expected, and “TRUEx” stands there.',
    '3NewEmailThe new address is missing.',
    '4UserKey“JIRAUSER10111” stands on line 2 already.',
  ]);
  await user.upload(await dropZone(), file(HANK, VERA));
  expect(await screen.findByText('A file is uploaded')).toBeTruthy();
  expect(screen.queryByText('edited.csv was refused')).toBeNull();
});

test('a removed row and columns in another order are named', async () => {
  const { user } = await openAssessed(FIXES);
  await chooseFile(user);
  await user.upload(await dropZone(), file(HANK));
  expect(
    await screen.findByText('The row of “JIRAUSER10112” is missing. Rows may not be removed.'),
  ).toBeTruthy();
  const swapped = new File([HEADING.replace('Type,OldEmail', 'OldEmail,Type')], 'swapped.csv');
  await user.upload(await dropZone(), swapped);
  expect(await screen.findByText('swapped.csv was refused')).toBeTruthy();
  expect(
    screen.getByText(/^The columns must be UserKey,UserName,Type,.*in this order\./),
  ).toBeTruthy();
});

test('a file that is none is refused in other words', async () => {
  const { user } = await openAssessed(FIXES);
  await chooseFile(user);
  await user.upload(await dropZone(), new File([new Uint8Array([0, 1, 2, 0, 9, 0])], 'x.csv'));
  expect(await screen.findByText('This is not a CSV file that can be read')).toBeTruthy();
});

test('advanced takes one file with all users', async () => {
  const { user, world } = await openAssessed(FIXES);
  await user.click(await screen.findByRole('radio', { name: 'Advanced' }));
  expect(await screen.findByText('14 rows, with new addresses filled in.')).toBeTruthy();
  const { body } = await world.raw('server-assessment.download', {
    params: { ...params, file: 'all' },
  });
  await user.upload(await dropZone('all users'), new File([new Uint8Array(body!)], 'all.csv'));
  expect(await screen.findByText('all.csv is the fix now')).toBeTruthy();
  expect(await screen.findByText(/Nobody blocks a migration/)).toBeTruthy();
});

test('somebody else’s choice in between is shown, and can be replaced', async () => {
  const { user, world } = await openAssessed(FIXES);
  await user.click(await screen.findByRole('radio', { name: 'Merge duplicated users' }));
  await world.get('server-assessment.choose', {
    params,
    body: { level: 'simple', invalid: 'former-users', duplicated: 'nothing' },
  });
  await user.click(save());
  expect(await screen.findByText('This changed while you were looking at it')).toBeTruthy();
  const row = screen.getByRole('row', { name: /^Invalid users/ });
  expect(row.textContent).toBe('Invalid usersDo nothingMigrate invalid users as Former users');
  expect(screen.getByRole('row', { name: /^Duplicated users/ }).textContent).toContain(
    'Merge duplicated usersDo nothing',
  );
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByText('The fixes are saved')).toBeTruthy();
  const { found } = await world.get('server-assessment.get', { params });
  expect(found?.fixes).toMatchObject({ invalid: 'nothing', duplicated: 'merge' });
});

test('an upload over somebody else’s choice is refused once, and taken when that was seen', async () => {
  const { user, world } = await openAssessed(FIXES);
  await chooseFile(user);
  await world.get('server-assessment.choose', {
    params,
    body: { level: 'simple', invalid: 'former-users', duplicated: 'merge' },
  });
  await user.upload(await dropZone(), file(HANK, VERA));
  expect(await screen.findByText('This changed while you were looking at it')).toBeTruthy();
  expect(screen.getByRole('row', { name: /^CSV file/ }).textContent).toBe('CSV fileedited.csvNone');
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByText('A file is uploaded')).toBeTruthy();
  const { found } = await world.get('server-assessment.get', { params });
  expect(found?.fixes).toMatchObject({ invalid: 'file', duplicated: 'merge' });
});

test('while a migration runs nothing can be switched', async () => {
  await openAssessed(FIXES, {
    before: (world) => world.store.write((tx) => putRunningMigration(tx)),
  });
  expect(await screen.findByText(/until “Night shift” has ended/)).toBeTruthy();
  for (const radio of screen.getAllByRole('radio')) {
    expect((radio as HTMLInputElement).disabled).toBe(true);
  }
});

test('without an assessment the address leads to where it is begun', async () => {
  await openFresh(FIXES);
  expect(await screen.findByRole('button', { name: 'Begin assessing' })).toBeTruthy();
});
