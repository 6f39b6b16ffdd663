import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { checkFiles, customersFile, file, fileSection, previewRow, sampleFile } from './console.ts';

test('a file with other headings waits until its columns are assigned', async () => {
  const { user, world } = await checkFiles([sampleFile('other-headings.csv')]);
  expect(
    screen.getByText('First assign the columns of “other-headings.csv”, or remove it.'),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load' })).toHaveProperty('disabled', true);

  const table = within(screen.getByRole('table', { name: 'Columns of other-headings.csv' }));
  expect(table.getByText('grace@harborfreight.example')).toBeTruthy();
  expect(selected('Meaning of Customer e-mail')).toBe('E-mail address');
  expect(selected('Meaning of State')).toBe('Status in words');
  await user.click(screen.getByRole('radio', { name: /^Portal-only/ }));
  await user.click(screen.getByRole('button', { name: 'Apply' }));

  expect(await screen.findByText(/^Columns assigned by you: portal-only accounts/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Load 2 customers' }));
  expect(await screen.findByRole('heading', { name: 'Exports loaded' })).toBeTruthy();
  const states = world.read((tx) => tx.portalCustomers.where({})).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['active', 'revoked']);
});

test('the form says at once what is still wrong, and lets nothing be applied', async () => {
  const { user } = await checkFiles([sampleFile('other-headings.csv')]);
  const apply = screen.getByRole('button', { name: 'Apply' });
  expect(apply).toHaveProperty('disabled', true);
  expect(screen.getByText('Choose which accounts the rows describe.')).toBeTruthy();

  await user.click(screen.getByRole('radio', { name: /^Atlassian account/ }));
  expect(apply).toHaveProperty('disabled', false);
  await user.selectOptions(screen.getByLabelText('Meaning of Customer e-mail'), 'Name');
  expect(
    screen.getByText(/Say which column holds the e-mail address\. Only one column can mean “Name”/),
  ).toBeTruthy();
  expect(apply).toHaveProperty('disabled', true);
});

test('a first line with a person in it is read as a person, and can be said to be headings', async () => {
  const { user } = await checkFiles([
    file('people.csv', 'Contact @ work,Who\nada@mail.example,Ada Lovelace\n'),
  ]);
  const isPerson = screen.getByRole('checkbox', {
    name: 'The first line is a person, not headings',
  });
  expect(isPerson).toHaveProperty('checked', true);
  expect(screen.getByRole('rowheader', { name: 'Column A' })).toBeTruthy();
  await user.click(isPerson);
  expect(screen.getByRole('rowheader', { name: 'Contact @ work' })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Meaning of Contact @ work'), 'E-mail address');
  await user.selectOptions(screen.getByLabelText('Meaning of Who'), 'Name');
  await user.click(screen.getByRole('radio', { name: /^Portal-only/ }));
  await user.click(screen.getByRole('button', { name: 'Apply' }));

  expect(await screen.findByRole('button', { name: 'Load 1 customer' })).toBeTruthy();
  expect(within(await previewRow(2)).getByText('Ada Lovelace')).toBeTruthy();
});

test('assigned columns can be changed, and the focus returns to the file', async () => {
  const { user } = await checkFiles([sampleFile('no-header.csv')]);
  await user.click(screen.getByRole('radio', { name: /^Portal-only/ }));
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await user.click(await screen.findByRole('button', { name: 'Change columns of no-header.csv' }));
  await user.click(screen.getByRole('radio', { name: /^Atlassian account/ }));
  await user.click(screen.getByRole('button', { name: 'Apply' }));

  const section = within(await fileSection('no-header.csv'));
  expect(await section.findByText(/^Columns assigned by you: Atlassian accounts/)).toBeTruthy();
  await expect.poll(() => document.activeElement?.textContent).toBe('no-header.csv');
});

test('rows for each group of a person are counted as rows, because they are not people', async () => {
  const groups = [
    'jira-users,712020:a,Ada,ada@mail.example,Yes',
    'staff,712020:a,Ada,ada@mail.example,Yes',
  ];
  await checkFiles([
    file('users.csv', ['group_name,username,full_name,email,active', ...groups].join('\n')),
    customersFile('people.csv', 'qm:1:1,Bob,bob@mail.example,Yes,'),
  ]);
  expect(await screen.findByRole('button', { name: 'Load 3 rows' })).toBeTruthy();
});

function selected(label: string): string | undefined {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  return select.selectedOptions[0]?.textContent ?? undefined;
}
