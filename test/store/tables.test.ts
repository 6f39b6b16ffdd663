import { expect, test } from 'vitest';
import { openInMemory } from '#src/store/database.ts';
import { migrate } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { WORKSPACE_TABLES } from '#src/store/tables/all-tables.ts';

async function migrated() {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  return database;
}

test('the newest schema has exactly the columns and keys that the tables describe', async () => {
  const database = await migrated();
  for (const table of WORKSPACE_TABLES) {
    const columns = database.all('select name, pk from pragma_table_info(?)', [table.name]);
    expect(columns.map(([name]) => name).toSorted(), table.name).toEqual(table.columns.toSorted());
    const key = columns
      .filter(([, place]) => Number(place) > 0)
      .toSorted(([, a], [, b]) => Number(a) - Number(b));
    expect(
      key.map(([name]) => name),
      table.name,
    ).toEqual(table.keyColumns);
  }
});

test('every table is described, and every one is strict', async () => {
  const database = await migrated();
  const tables = database.all(
    `select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite%'`,
  );
  const described = WORKSPACE_TABLES.map((table) => table.name);
  expect(tables.map(([name]) => name).toSorted()).toEqual(
    [...described, 'answer', 'migration'].toSorted(),
  );
  expect(tables.filter(([, strict]) => strict !== 1)).toEqual([]);
});

test('what lists and use cases ask for most is found through an index', async () => {
  const database = await migrated();
  const questions = [
    `select * from portal_customer where site_id = ? and email_key = ? and state <> 'deleted'`,
    'select * from portal_customer where site_id = ? and email_key = ? and state = ? order by id limit 1',
    'select * from account where email_key = ?',
    'select * from membership where account_id = ?',
    'select * from site_access where account_id = ?',
    'select * from directory_user where account_id = ?',
    'select * from request where reporter_id = ?',
    'select * from request where customer_organization_id = ?',
    'select * from request_participant where holder_id = ?',
    'select * from customer_organization_member where holder_id = ?',
    'select * from customer_organization_project where project_id = ?',
    'select * from copy_link where destination_id = ?',
    'select * from attention_row where group_id = ?',
    'select * from job where subject_id = ? and state = ?',
    `select * from job where state = 'running' order by ends_at, id limit 1`,
    'select * from user_group where site_id = ? and name = ?',
    'select * from server_user where server_id = ? and user_key = ?',
    'select * from server_user where server_id = ?',
    'select * from server_directory where server_id = ?',
    'select * from server_fix_row where server_id = ? and file = ?',
  ];
  for (const sql of questions) {
    const plan = database.all(
      `explain query plan ${sql}`,
      Array.from(sql.matchAll(/\?/g), () => 'x'),
    );
    const steps = plan.map((row) => String(row[3])).join('; ');
    expect(steps, sql).toMatch(/USING (COVERING )?INDEX|USING PRIMARY KEY/);
  }
});
