/* The same screens as for a site, about the users of a Jira server. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { serverExportBytes } from '#test/support/exports.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import type { ServerId } from '#src/domain/ids.ts';
import { chooseFiles, file, fileSection, previewRow, tileCount } from './console.ts';

type Options = Parameters<typeof renderConsole>[1];

const NAME = 'Quarry desk';
const LIST = 'Username,Email,Full Name,Status,User Directory';

async function withServer(world: World): Promise<void> {
  world.store.write((tx) => putSmallServer(tx));
}

function openLoading(options: Options = {}): Promise<RenderedConsole> {
  const path = `/servers/${SERVER}/load-exports`;
  return renderConsole(path, { scenario: 'blank', before: withServer, ...options });
}

/** A server of which nothing is known yet. */
const EMPTY: ServerId = 'server_northmill';

async function check(...files: readonly globalThis.File[]): Promise<RenderedConsole> {
  return checkIn(await openLoading(), files);
}

async function checkIn(view: RenderedConsole, files: readonly globalThis.File[]) {
  await chooseFiles(view, ...files);
  await screen.findByRole('heading', { level: 1, name: 'Check exports' });
  await screen.findByRole('heading', { name: 'What would happen' });
  return view;
}

function exported(name: string): globalThis.File {
  return file(name, serverExportBytes(name));
}

function list(name: string, ...lines: readonly string[]): globalThis.File {
  return file(name, [LIST, ...lines].join('\n'));
}

test('the page names the server and the three files that are understood', async () => {
  await openLoading();
  expect(
    await screen.findByText(/^Bring the users of a real server into Quarry desk/),
  ).toBeTruthy();
  const main = within(screen.getByRole('main'));
  expect(main.getByText('Simulator')).toBeTruthy();
  expect(main.getByRole('group', { name: `Drop the exports of ${NAME} here` })).toBeTruthy();
  const rows = within(main.getByRole('table')).getAllByRole('rowheader');
  expect(rows.map((cell) => cell.textContent)).toEqual([
    'List of users with their directories',
    'Dump of the table cwd_user',
    'All users of an assessment',
  ]);
});

test('files of one server are recognised together, explained, and loaded with one press', async () => {
  const view = await renderConsole(`/servers/${EMPTY}/load-exports`, {
    scenario: 'blank',
    before: async ({ store }) =>
      store.write((tx) => tx.servers.put({ id: EMPTY, name: NAME, edition: 'server' })),
  });
  const { user, world } = await checkIn(
    view,
    ['user-list.csv', 'cwd-user.csv', 'assessment.csv'].map(exported),
  );
  const dump = within(await fileSection('cwd-user.csv'));
  expect(
    dump.getByText(/^Dump of the table cwd_user · .* · UTF-8 · Separated by commas$/),
  ).toBeTruthy();
  expect(['New', 'Updated', 'Unchanged', 'Refused'].map(tileCount)).toEqual(['9', '9', '9', '0']);
  const notes = screen.getByText('What is taken for granted, and what is left out').parentElement;
  expect(
    within(notes!)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Directory number 10000 is taken for “Northmill LDAP”: most of its users stand there.',
    'Directory number 1 is taken for “Jira Internal Directory”: most of its users stand there.',
    '2 new directories, active, are asked after those that are there, in this order: “Jira Internal Directory” and “Northmill LDAP”.',
    expect.stringMatching(/^6 customers count as having raised a request through the portal/),
    'Not kept of “user-list.csv”: “Last Login Date”.',
    expect.stringMatching(/^Not kept of “cwd-user.csv”: “id”, /),
    'NewEmail and Tombstone of “assessment.csv” are fixes and no facts. Loading leaves them out; the assessment of the server takes that file.',
    'Not kept of “assessment.csv”: “ErrorType”.',
  ]);
  await user.click(screen.getByRole('button', { name: 'Load 18 rows' }));

  expect(await screen.findByText(`18 rows loaded into ${NAME}`)).toBeTruthy();
  expect(screen.getByText('Every row of these files is on the server now.')).toBeTruthy();
  const main = within(screen.getByRole('main'));
  expect(
    main.getByRole('link', { name: 'Assess and prepare your users' }).getAttribute('href'),
  ).toBe(`/servers/${EMPTY}/assess`);
  expect(world.read((tx) => tx.serverUsers.count({ userName: 'ada' }))).toBe(1);
});

test('the same file again would change nothing on the server', async () => {
  const view = await check(exported('user-list.csv'));
  await view.user.click(screen.getByRole('button', { name: 'Load 8 rows' }));
  await view.user.click(await screen.findByRole('link', { name: `Load more into ${NAME}` }));
  await chooseFiles(view, exported('user-list.csv'));
  expect(
    await screen.findByText('Nothing would change: the server says what these files say already.'),
  ).toBeTruthy();
  expect(tileCount('Unchanged')).toBe('8');
});

/** Problems and warnings of a row. */
async function said(line: number, name: string): Promise<(string | null)[]> {
  const items = within(await previewRow(line, name)).getAllByRole('listitem');
  return items.map((item) => item.textContent);
}

test('what is wrong with a row is said in words, by line and column', async () => {
  await check(
    list(
      'users.csv',
      ',eve@mail.example,Eve,Active,Quarry LDAP',
      'zoe,zoe.x@mail.example,Zoe,Active,Quarry LDAP',
      'ZOE,zoe@mail.example,Zoe,Active,quarry ldap',
      'yan,zoex@mail.example,Yan,gone,Quarry LDAP',
    ),
    file(
      'types.csv',
      'UserKey,UserName,OldEmail,AccountType\nJIRAUSER10104,zoe,other@x.example,BOSS',
    ),
  );
  expect(await said(2, 'users.csv')).toEqual([
    'Column Username: There is no user name. Only the user name tells one user of a server from another; add it.',
  ]);
  expect(await said(4, 'users.csv')).toEqual([
    'Column Username: “ZOE” stands in line 3 too, in the same directory, however it is spelt. Remove one of the two rows.',
  ]);
  expect(await said(5, 'users.csv')).toEqual([
    expect.stringMatching(/^Column Status: “gone” is no status/),
    expect.stringMatching(
      /^Column Email: “zoex@mail.example” nearly matches “zoe.x@mail.example” in line 3 of “users.csv”/,
    ),
  ]);
  expect(await said(2, 'types.csv')).toEqual([
    expect.stringMatching(/^Column AccountType: “BOSS” is no account type that Drydock knows/),
    'Column UserKey: The user key “JIRAUSER10104” is that of “cora”. Correct the key or the user name, or leave the key empty.',
  ]);
});

test('columns of an unknown list are assigned without being asked for an account type', async () => {
  const { user } = await check(file('own.csv', 'Login;Mail;Kind\nada;no at;CUSTOMER\n'));
  const section = within(await fileSection('own.csv'));
  expect(section.queryByRole('radiogroup')).toBeNull();
  const meaning = (column: string) =>
    section.getByRole('combobox', { name: `Meaning of ${column}` });
  expect(meaning('Login')).toHaveProperty('value', 'user-name');
  await user.selectOptions(meaning('Login'), 'ignore');
  expect(section.getByText('Say which column holds the user name.')).toBeTruthy();
  await user.selectOptions(meaning('Login'), 'user-name');
  await user.selectOptions(meaning('Kind'), 'account-type');
  await user.click(section.getByRole('button', { name: 'Apply' }));
  expect(await section.findByText(/^Columns assigned by you: users of the server/)).toBeTruthy();
  expect(tileCount('New')).toBe('1');
});

test('an export of a site is told so', async () => {
  await check(file('users.csv', 'User id,User name,email\n712020:a,Ada,ada@mail.example\n'));
  const section = within(await fileSection('users.csv'));
  expect(section.getByText('This is an export of a site.')).toBeTruthy();
});

test('what is in a file is text and nothing else', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  await check(list('users.csv', `${evil},${evil},${evil},Active,${evil}\u202E`));
  const row = await previewRow(2);
  expect(within(row).getByText(`${evil} · ${evil}`)).toBeTruthy();
  expect(screen.getByText(/^A new directory/).textContent).toContain(`${evil}[U+202E]`);
  expect(document.querySelector('main img')).toBeNull();
});

test('an agent may not load anything into a server', async () => {
  await openLoading({ persona: 'agent' });
  expect(await screen.findByText(/^It takes an organization admin or site admin/)).toBeTruthy();
  expect(screen.queryByText(/^Drop/)).toBeNull();
});

test('a server that is not there is not there', async () => {
  await renderConsole('/servers/server_none/load-exports', { scenario: 'blank' });
  expect(await screen.findByText(/There is no such server in this workspace/)).toBeTruthy();
});

test('an import of a server that is gone is offered anew', async () => {
  await renderConsole(`/servers/${SERVER}/load-exports/import_none`, {
    scenario: 'blank',
    before: withServer,
  });
  expect(await screen.findByText('These files are no longer here')).toBeTruthy();
  const links = screen.getAllByRole('link', { name: 'Load exports' });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    links.map(() => `/servers/${SERVER}/load-exports`),
  );
});
