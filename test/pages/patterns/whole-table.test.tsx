/* All rows of a list in one table; what it needs of a layout is made up here, as jsdom has none. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { type ListQuery, RecordTable } from '#src/ui/record-table.tsx';
import { scrolledHeight } from '#src/ui/row-scroll.ts';

type Pet = { readonly id: string; readonly name: string };

const TOTAL = 1_000_000;
const VIEW = { rowHeight: 56, viewHeight: 560 };

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW.viewHeight);
});

function pet(index: number): Pet {
  return { id: `pet-${index}`, name: `Pet ${index + 1}` };
}

function feeding({ name }: Pet) {
  return <button type="button">{`Feed ${name}`}</button>;
}

type Options = {
  readonly start?: number;
  /** Which block cannot be read. */
  readonly isBroken?: (offset: number) => boolean;
};

function renderTable({ start = 1, isBroken = () => false }: Options = {}) {
  const asked: number[] = [];
  const read = new Set<number>();
  const refetch = vi.fn();
  const placed: number[] = [];
  let showRow: ((row: number) => void) | undefined;

  function useBlock(block: { offset: number; limit: number }, isWanted: boolean): ListQuery<Pet> {
    if (isWanted) {
      asked.push(block.offset);
      read.add(block.offset);
    }
    if (!read.has(block.offset)) return { data: undefined, error: null, refetch };
    if (isBroken(block.offset)) return { data: undefined, error: new Error('gone'), refetch };
    const items = Array.from({ length: block.limit }, (_, index) => pet(block.offset + index));
    return { data: { items, total: TOTAL }, error: null, refetch };
  }

  function Pets() {
    const [row, setRow] = useState(start);
    showRow = setRow;
    const whole = {
      row,
      setRow: (next: number) => {
        placed.push(next);
        setRow(next);
      },
      useBlock,
    };
    return (
      <RecordTable<Pet>
        caption="Pets"
        query={{ data: { items: [pet(0)], total: TOTAL }, error: null, refetch }}
        rowKey={({ id }) => id}
        columns={[{ id: 'name', heading: 'Name', cell: ({ name }) => name, isRowHeader: true }]}
        rowActions={feeding}
        whole={whole}
        empty={<EmptyState title="No pets yet" />}
      />
    );
  }
  render(<Pets />);
  return { asked, refetch, placed, show: (row: number) => showRow?.(row) };
}

async function rowNamed(name: string): Promise<HTMLElement> {
  return screen.findByRole('row', { name: new RegExp(`^${name} `) });
}

function scroller(): HTMLElement {
  const found = screen.getByRole('table').parentElement?.parentElement?.parentElement;
  if (!found) throw new Error('The table stands in no scroller');
  return found;
}

/** Moves the bar as a hand would. */
function scrollTo(top: number): void {
  scroller().scrollTop = top;
  fireEvent.scroll(scroller());
}

test('a million rows are a table of a million rows, of which a few stand in the document', async () => {
  renderTable();
  const row = await rowNamed('Pet 1');
  expect(row.getAttribute('aria-rowindex')).toBe('2');
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe(String(TOTAL + 1));
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
});

test('the end of the bar shows the last row', async () => {
  renderTable();
  await rowNamed('Pet 1');
  scrollTo(scrolledHeight({ rows: TOTAL, ...VIEW }) - VIEW.viewHeight);
  const last = await rowNamed('Pet 1000000');
  expect(last.getAttribute('aria-rowindex')).toBe(String(TOTAL + 1));
});

test('blocks that are merely flown over are not asked for', async () => {
  const { asked } = renderTable();
  await rowNamed('Pet 1');
  asked.length = 0;
  for (const top of [1_000_000, 2_000_000, 3_000_000]) scrollTo(top);
  expect(asked).toEqual([]);
  // The focusable row keeps its block: the first one.
  const far = () => asked.filter((offset) => offset > 0);
  await waitFor(() => expect(far().length).toBeGreaterThan(0));
  expect(Math.max(...far()) - Math.min(...far())).toBeLessThanOrEqual(200);
});

test('arrows, pages and ends move the focus from row to row', async () => {
  renderTable();
  (await rowNamed('Pet 1')).focus();
  const user = userEvent.setup();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toBe(await rowNamed('Pet 2'));
  await user.keyboard('{PageDown}');
  expect(document.activeElement).toBe(await rowNamed('Pet 11'));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(await rowNamed('Pet 1000000'));
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(document.activeElement).toBe(await rowNamed('Pet 1'));
});

test('the focused row stays in the document when it is scrolled away', async () => {
  renderTable();
  const feed = within(await rowNamed('Pet 3')).getByRole('button', { name: 'Feed Pet 3' });
  feed.focus();
  scrollTo(4_000_000);
  await screen.findByText(/^Rows 5\d\d,\d\d\d–/);
  expect(document.activeElement).toBe(feed);
  scrollTo(0);
  await screen.findByText(/^Rows 1–/);
  expect(document.activeElement).toBe(feed);
});

test('a number leads to its row, and what is no row leads nowhere', async () => {
  const { placed } = renderTable();
  await rowNamed('Pet 1');
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Go to row'), '654,321{Enter}');
  expect(document.activeElement).toBe(await rowNamed('Pet 654321'));
  await waitFor(() => expect(placed.at(-1)).toBe(654_321));
  await user.clear(screen.getByLabelText('Go to row'));
  await user.type(screen.getByLabelText('Go to row'), '1000001{Enter}');
  expect(screen.getByRole('button', { name: 'Go' }).getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByRole('row', { name: /^Pet 1 / })).toBeNull();
});

test('the address leads to its row, and another question back to the first', async () => {
  const { show } = renderTable({ start: 777_777 });
  await rowNamed('Pet 777777');
  await screen.findByText(/^Rows 777,777–/);
  show(1);
  await rowNamed('Pet 1');
});

test('rows that could not be read say so, each once, and can be tried again', async () => {
  const { refetch } = renderTable({ isBroken: (offset) => offset === 500_000, start: 500_003 });
  const row = await screen.findByRole('row', { name: /Row 500,003 could not be loaded/ });
  await userEvent.click(within(row).getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledOnce();
});
