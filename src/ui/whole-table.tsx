/*
 * All rows of a list in one table, however many: only those near the ones in sight stand in the
 * document, and only their blocks are read. A row is focused as a whole and moved from by arrows;
 * it stays in the document when it leaves sight, so that neither focus nor a reader's place is lost.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from './class-names.ts';
import { BLOCK_ROWS } from './list-params.ts';
import { ProblemMessage } from './problem-message.tsx';
import { RecordHead } from './record-table-heading.tsx';
import tableStyles from './record-table.module.css';
import type { RecordTableProps, WholeList } from './record-table.tsx';
import { scrolledHeight, type RowSpan } from './row-scroll.ts';
import { useRowScroll } from './use-row-scroll.ts';
import { WholeBar } from './whole-bar.tsx';
import { WholeBlock } from './whole-block.tsx';
import styles from './whole-table.module.css';

type WholeTableProps<Row, Sort extends string> = {
  readonly table: RecordTableProps<Row, Sort>;
  readonly whole: WholeList<Row>;
  readonly total: number;
};

/** Blocks so close to the drawn rows are read ahead. */
const AHEAD_ROWS = 50;

/** The table, its scroller, and the bar that says where it stands and jumps. */
export function WholeTable<Row, Sort extends string>({
  table,
  whole,
  total,
}: WholeTableProps<Row, Sort>) {
  const told = useRef<number | null>(null);
  const scroll = useRowScroll(total, (row) => {
    told.current = row + 1;
    whole.setRow(row + 1);
  });
  const { sizes, drawn, body } = scroll;
  const [chosen, setActive] = useState(whole.row - 1);
  const active = Math.min(Math.max(0, chosen), total - 1);

  // The address names a row that this table did not write there: it was opened with it, Back led
  // here, or a search or filter began anew.
  const { row } = whole;
  useEffect(() => {
    if (row === told.current) return;
    told.current = row;
    scroll.reveal(row - 1, 'top');
    setActive(row - 1);
    // oxlint-disable-next-line react/exhaustive-deps -- a new function on every drawing
  }, [row]);

  function moveTo(index: number, where: 'near' | 'top' = 'near') {
    const to = Math.min(Math.max(0, index), total - 1);
    flushSync(() => {
      setActive(to);
      scroll.reveal(to, where);
    });
    body.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const from = indexOf(event.target);
    if (event.defaultPrevented || event.altKey || event.metaKey || from === null) return;
    const page = Math.max(1, Math.floor(sizes.viewHeight / sizes.rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: from - 1,
      ArrowDown: from + 1,
      PageUp: from - page,
      PageDown: from + page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    moveTo(to);
  }

  const { error, refetch } = table.query;
  return (
    <>
      {error ? <ProblemMessage error={error} retry={refetch} /> : null}
      <WholeBar seen={scroll.seen} total={total} onGo={(index) => moveTo(index, 'top')} />
      <div ref={scroll.scroller} className={styles['scroller']} onScroll={scroll.onScroll}>
        <div
          className={styles['height']}
          style={{ height: scrolledHeight(sizes) + sizes.headHeight }}
        >
          <div className={styles['view']}>
            <table
              className={classNames(tableStyles['table'], styles['table'])}
              aria-rowcount={total + 1}
            >
              <caption className={tableStyles['caption']}>{table.caption}</caption>
              <RecordHead table={table} keys={[]} ref={scroll.head} />
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows work from any row, as in a list */}
              <tbody
                ref={body}
                onKeyDown={onKeyDown}
                onFocus={(event) => {
                  const index = indexOf(event.target);
                  if (index === null) return;
                  setActive(index);
                  if (!scroll.isInSight(index)) scroll.reveal(index);
                }}
              >
                {blocksOf(drawn, active, total).map(({ number, rows }) => (
                  <WholeBlock
                    key={number}
                    number={number}
                    rows={rows}
                    drawn={drawn}
                    active={active}
                    table={table}
                    whole={whole}
                    rowHeight={sizes.rowHeight}
                    isWanted={!scroll.isFlying}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </>
  );
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row === null ? null : Number(row.dataset['row']);
}

type BlockRows = { readonly number: number; readonly rows: readonly number[] };

/** The drawn rows and the active one by block, with the blocks that are read ahead. */
function blocksOf(drawn: RowSpan, active: number, total: number): readonly BlockRows[] {
  const blocks = new Map<number, number[]>();
  const rowsOf = (row: number) => {
    const number = Math.floor(row / BLOCK_ROWS);
    const rows = blocks.get(number) ?? [];
    blocks.set(number, rows);
    return rows;
  };
  for (let row = drawn.first; row < drawn.end; row++) rowsOf(row).push(row);
  if (active < drawn.first || active >= drawn.end) {
    const rows = rowsOf(active);
    if (active < drawn.first) rows.unshift(active);
    else rows.push(active);
  }
  rowsOf(Math.max(0, drawn.first - AHEAD_ROWS));
  rowsOf(Math.min(total - 1, drawn.end + AHEAD_ROWS));
  return [...blocks]
    .map(([number, rows]) => ({ number, rows }))
    .toSorted((one, other) => one.number - other.number);
}
