/* Every sentence about a row, with the facts that the real backend gives: a fact under another name would leave a gap. */
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { World } from '#test/support/world.ts';
import { checkFiles, customersFile, file, previewRow, SITE } from './console.ts';

async function findingsOf(line: number, fileName = ''): Promise<readonly string[]> {
  const row = within(await previewRow(line, fileName));
  return row.queryAllByRole('listitem').map((item) => item.textContent);
}

test('what is wrong with an address or a row is said with its values', async () => {
  const long = `${'a'.repeat(250)}@mail.example`;
  const longLocal = `${'a'.repeat(70)}@mail.example`;
  await checkFiles([
    customersFile(
      'people.csv',
      'qm:1:1,Ada,ada@mail.example,Yes,',
      'qm:1:2,Missing,,Yes,',
      'qm:1:3,Without,without.example,Yes,',
      `qm:1:4,Long,${long},Yes,`,
      `qm:1:5,Long,${longLocal},Yes,`,
      'qm:1:6,Space,sp ace@mail.example,Yes,',
      'qm:1:7,Invisible,in\u202Evisible@mail.example,Yes,',
      'qm:1:8,Few,few@mail.example',
      'qm:1:9,Many,many@mail.example,Yes,,more',
      'qm:1:10,Again,ADA@mail.example,Yes,',
      'qm:1:1,Taken,taken@mail.example,Yes,',
      '"qm:1:12"x",Misplaced,misplaced@mail.example,Yes,',
      'qm:1:13,"Open,open@mail.example,Yes,',
      'qm:1:14,Swallowed,swallowed@mail.example,Yes,',
    ),
    customersFile('second.csv', 'qm:2:1,Ada,ada@mail.example,Yes,'),
  ]);
  const first = (line: number) => findingsOf(line, 'people.csv');
  expect(await first(2)).toEqual([]);
  expect(await first(3)).toEqual([
    'Column email: There is no e-mail address. Only the address tells one person from another; add it.',
  ]);
  expect(await first(4)).toEqual([
    'Column email: “without.example” is no e-mail address: it has no @. Correct it.',
  ]);
  expect(await first(5)).toEqual([
    'Column email: The address has 263 characters; 254 is the most. Correct it.',
  ]);
  expect(await first(6)).toEqual([
    'Column email: The part before the @ has 70 characters; 64 is the most. Correct it.',
  ]);
  expect(await first(7)).toEqual([
    'Column email: “sp ace@mail.example” has a space in it. Correct it.',
  ]);
  expect(await first(8)).toEqual([
    'Column email: “in[U+202E]visible@mail.example” has an invisible character in it. Correct it.',
  ]);
  expect((await first(9))[0]).toMatch(/^The row has 3 cells, the headings are 5\./);
  expect((await first(10))[0]).toMatch(/^The row has 6 cells, the headings are 5\./);
  expect((await first(11))[0]).toMatch(/“ADA@mail.example” and line 2 have the same address/);
  expect((await first(12))[0]).toMatch(
    /^Column username: .*“qm:1:1” is that of “ada@mail.example”/,
  );
  expect((await first(13))[0]).toMatch(/^A quotation mark stands inside a quoted cell/);
  expect((await first(14))[0]).toMatch(/everything up to line 15 cannot be split/);
  expect((await findingsOf(2, 'second.csv'))[0]).toMatch(
    /“ada@mail.example” and line 2 of “people.csv” have the same address/,
  );
});

test('what was noticed about a row that is loaded is said with its values', async () => {
  await checkFiles([
    customersFile(
      'people.csv',
      'qm:1:1,, ada@mail.example ,Yes,',
      'qm:1:2,Bob,bob@mail.example,maybe,03/04/2021',
      'qm:1:3,J\uFFFDrgen Öğüşçı,juergen@mail.example,Yes,',
      'qm:1:4,Ada,a.da@mail.example,Yes,',
    ),
  ]);
  expect(await findingsOf(2)).toEqual([
    'Column email: There are spaces around “ada@mail.example”. They are left out.',
    'Column full_name: There is no name. “ada@mail.example” stands in for it.',
  ]);
  const [status, date] = await findingsOf(3);
  expect(status).toMatch(/^Column active: “maybe” is no status that Drydock knows/);
  expect(date).toMatch(/^Column last_login: “03\/04\/2021” is no date/);
  expect((await findingsOf(4))[0]).toMatch(
    /^Column full_name: “J\uFFFDrgen Öğüşçı” has lost a character/,
  );
  expect((await findingsOf(5))[0]).toMatch(
    /“a.da@mail.example” nearly matches “ada@mail.example” in line 2 of “people.csv”/,
  );
});

test('what the site holds already is said: migrated customers, other ids, near matches', async () => {
  const known = { migrated: '', migrating: '', active: '', account: '' };
  async function look(world: World) {
    const inState = (state: 'migrated' | 'active') =>
      world.read((tx) => tx.portalCustomers.where({ siteId: SITE, state }));
    const [active, other] = inState('active');
    const access = world.read((tx) => tx.siteAccess.first({ siteId: SITE }));
    known.migrated = inState('migrated')[0]?.email ?? '';
    known.active = active?.email ?? '';
    known.migrating = other?.email ?? '';
    known.account =
      world.read((tx) => access && tx.accounts.get({ id: access.accountId }))?.email ?? '';
    const params = { siteId: SITE, customerId: other?.id ?? '' };
    await world.get('portal-customers.migrate', { params, ifMatch: other?.version ?? 0 });
  }
  const uuid = '00000000-0000-4000-8000-00000000abcd';
  await checkFiles(
    () => [
      customersFile(
        'people.csv',
        `qm:9:1,Migrated,${known.migrated},Yes,`,
        `qm:9:2,Migrating,${known.migrating},Yes,`,
        `qm:9:3,Near,${known.active.replace('@', '+new@')},Yes,`,
      ),
      file(
        'users.csv',
        `User id,User name,email,Jira Service Management - x\n712020:${uuid},Known,${known.account},Owner\n`,
      ),
    ],
    { scenario: 'demo', before: look },
  );
  expect((await findingsOf(2, 'people.csv'))[0]).toContain(`“${known.migrated}” was migrated`);
  expect((await findingsOf(3, 'people.csv'))[0]).toContain(
    `“${known.migrating}” is being migrated`,
  );
  expect((await findingsOf(4, 'people.csv'))[0]).toContain(
    `matches “${known.active}” on this site.`,
  );
  const [role, id] = await findingsOf(2, 'users.csv');
  expect(role).toMatch(/^Column Jira Service Management - x: “Owner” is no role/);
  expect(id).toMatch(
    new RegExp(`has the account id “712020:.*” already.*“712020:${uuid}” is not used`),
  );
});
