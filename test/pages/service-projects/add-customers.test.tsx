/* *Add customers* on a service project's page (domain.md 3.3, 3.4; S2, "Notify customers"). */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';

const PAGE = '/s/site_harbor/service-projects/project_harbor-freight/customers';
const TITLE = 'Add customers to Freight Desk';

type Options = Parameters<typeof renderConsole>[1];

async function openDialog(options: Options = { scenario: 'blank' }) {
  const view = await renderConsole(PAGE, options);
  const [button] = await screen.findAllByRole('button', { name: 'Add customers' });
  await view.user.click(button!);
  const dialog = within(await screen.findByRole('dialog', { name: TITLE }));
  return { ...view, dialog };
}

function write({ user }: Pick<RenderedConsole, 'user'>, text: string) {
  return user.type(screen.getByRole('textbox', { name: 'E-mail addresses' }), text);
}

test('every address is previewed, and gets its own result in one step', async () => {
  const view = await openDialog();
  const { dialog, user, world } = view;
  await write(view, 'ada@northmill.example, new@harbor-logistics.example{Enter}nobody');
  const preview = await dialog.findByRole('table', { name: 'What each address would get' });
  await waitFor(() => expect(within(preview).getAllByRole('row')).toHaveLength(3));
  expect(within(preview).getByText('New portal-only account')).toBeTruthy();
  expect(within(preview).getByText(/^This is no e-mail address\./)).toBeTruthy();
  expect(dialog.getByText(/2 invitations to send, 1 address without a message\.$/)).toBeTruthy();
  expect(world.read((tx) => tx.messages.where({}))).toEqual([]);

  await user.click(dialog.getByRole('button', { name: 'Add customers' }));
  expect(
    await dialog.findByText(
      'Result: 1 new portal-only account, 1 new Atlassian account here, and 1 refused',
    ),
  ).toBeTruthy();
  expect(world.read((tx) => tx.messages.where({ kind: 'customer-invitation' }))).toHaveLength(2);
  expect(world.read((tx) => tx.projectReferences.count({ place: 'permission' }))).toBe(2);
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  const table = await screen.findByRole('table', { name: 'Customers of Freight Desk' });
  await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(3));
  expect(within(table).getAllByText('Service Desk Customers')).toHaveLength(2);
});

test('who is in the project already is said to be, and nothing is done', async () => {
  const view = await openDialog({
    scenario: 'blank',
    before: (world) =>
      world.get('service-projects.add-customers', {
        params: { siteId: 'site_harbor', projectId: 'project_harbor-freight' },
        body: { emails: ['ada@northmill.example'] },
      }),
  });
  await write(view, 'ada@northmill.example');
  expect(await view.dialog.findByText('Already in the project')).toBeTruthy();
  expect(view.dialog.getByText(/nothing changes\. No message\.$/)).toBeTruthy();
});

test('more than a hundred addresses do not go at once', async () => {
  const view = await openDialog();
  const field = screen.getByRole('textbox', { name: 'E-mail addresses' });
  const many = Array.from({ length: 101 }, (_, index) => `c${index}@mail.example`).join(' ');
  await view.user.click(field);
  await view.user.paste(many);
  expect(await view.dialog.findByText(/^These are 101 addresses/)).toBeTruthy();
  expect(view.dialog.getByRole('button', { name: 'Add customers' })).toHaveProperty(
    'disabled',
    true,
  );
});

test('people of the project who were not added yet need not be typed', async () => {
  const view = await openDialog({ scenario: 'demo' });
  const fill = await view.dialog.findByRole('button', { name: /^Fill in the/ });
  await view.user.click(fill);
  const field = screen.getByRole('textbox', { name: 'E-mail addresses' });
  const written = (field as HTMLTextAreaElement).value.split('\n');
  const preview = await view.dialog.findByRole('table', { name: 'What each address would get' });
  await waitFor(() => expect(within(preview).getAllByRole('row')).toHaveLength(written.length));
  expect(within(preview).queryByText('Already in the project')).toBeNull();
});

test('in strict mode nothing is previewed, and adding works', async () => {
  const view = await openDialog({
    scenario: 'blank',
    before: ({ get }) => get('workspace.set-strict', { body: { strict: true } }),
  });
  await write(view, 'ada@northmill.example');
  await view.user.click(view.dialog.getByRole('button', { name: 'Add customers' }));
  expect(await view.dialog.findByText('Result: 1 new portal-only account')).toBeTruthy();
  expect(view.dialog.queryByRole('table', { name: 'What each address would get' })).toBeNull();
});

test('the invitation in the simulated mailbox names the service project', async () => {
  const view = await openDialog();
  await write(view, 'ada@northmill.example');
  await view.user.click(view.dialog.getByRole('button', { name: 'Add customers' }));
  await view.user.click(
    await view.dialog.findByRole('link', { name: 'Open the simulated mailbox' }),
  );
  await view.user.click(
    await screen.findByRole('button', { name: /^You can raise requests on harbor/ }),
  );
  expect(
    await screen.findByText('You were added as a customer of Freight Desk on harbor.'),
  ).toBeTruthy();
});
