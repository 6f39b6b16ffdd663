import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { type ListQuery, RecordTable } from '#src/ui/record-table.tsx';

type Pet = { readonly id: string; readonly name: string; readonly legs: number };

const PETS: readonly Pet[] = [
  { id: 'a', name: 'Ada', legs: 4 },
  { id: 'b', name: 'Bo', legs: 2 },
];

const pending: ListQuery<Pet> = { data: undefined, error: null, refetch: () => undefined };

type Extra = Partial<Parameters<typeof RecordTable<Pet, 'name' | 'legs'>>[0]>;

function renderTable(query: ListQuery<Pet>, extra: Extra = {}) {
  render(
    <RecordTable<Pet, 'name' | 'legs'>
      caption="Pets"
      query={query}
      rowKey={(pet) => pet.id}
      columns={[
        { id: 'name', heading: 'Name', cell: (pet) => pet.name, sort: 'name', isRowHeader: true },
        { id: 'legs', heading: 'Legs', cell: (pet) => pet.legs, sort: 'legs' },
      ]}
      empty={<EmptyState title="No pets yet" />}
      {...extra}
    />,
  );
}

test('a list on its way is a table of the right shape that says it is busy', () => {
  renderTable(pending);
  expect(screen.getByText('Loading: Pets')).toBeTruthy();
  expect(screen.getAllByRole('columnheader')).toHaveLength(2);
});

test('a list that failed says why and can be tried again', async () => {
  const refetch = vi.fn();
  renderTable({ ...pending, error: { code: 'storage.full', facts: {} }, refetch });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The browser gave no more storage');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledOnce();
});

test('a list that the persona may not see names who may, and offers no second try', async () => {
  const facts = { allowed: ['organization-admin'], persona: 'agent' };
  renderTable({ ...pending, error: { code: 'forbidden', facts } });
  expect(
    await screen.findByText(/It takes an organization admin. You are signed in as agent./),
  ).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a list without anything shows what the page says about that', () => {
  renderTable({ ...pending, data: { items: [] } });
  expect(screen.getByRole('heading', { name: 'No pets yet' })).toBeTruthy();
});

test('a list that search leaves empty offers to end the search', async () => {
  const onClear = vi.fn();
  renderTable({ ...pending, data: { items: [] } }, { isNarrowed: true, onClear });
  await userEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(onClear).toHaveBeenCalledOnce();
});

test('rows stay when reading them again fails, and the failure is said', async () => {
  renderTable({ ...pending, data: { items: PETS }, error: new Error('gone') });
  expect(screen.getByRole('row', { name: /Ada/ })).toBeTruthy();
  expect(await screen.findByRole('alert')).toBeTruthy();
});

test('a sorted column says so, and every sortable heading sorts', async () => {
  const onSort = vi.fn();
  renderTable(
    { ...pending, data: { items: PETS } },
    { sort: { by: 'name', direction: 'descending' }, onSort },
  );
  expect(screen.getByRole('columnheader', { name: 'Name' }).ariaSort).toBe('descending');
  expect(screen.getByRole('columnheader', { name: 'Legs' }).ariaSort).toBe('none');
  await userEvent.click(screen.getByRole('button', { name: 'Legs' }));
  expect(onSort).toHaveBeenCalledWith('legs');
});

test('the name of a row opens it', async () => {
  const onOpen = vi.fn();
  renderTable({ ...pending, data: { items: PETS } }, { onOpen, openKey: 'b' });
  const [, ada, bo] = screen.getAllByRole('row');
  await userEvent.click(within(ada!).getByRole('button', { name: 'Ada' }));
  expect(onOpen).toHaveBeenCalledWith(PETS[0]);
  expect(within(bo!).getByRole('button').ariaExpanded).toBe('true');
});
