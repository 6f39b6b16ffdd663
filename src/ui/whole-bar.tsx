import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import { count } from './count.ts';
import type { RowSpan } from './row-scroll.ts';
import styles from './whole-table.module.css';

type WholeBarProps = {
  readonly seen: RowSpan;
  readonly total: number;
  /** Goes to a row, from 0. */
  readonly onGo: (index: number) => void;
};

/** Which rows are in sight, and the way to any other. */
export function WholeBar({ seen, total, onGo }: WholeBarProps) {
  const [text, setText] = useState('');
  const row = Number(text.replaceAll(/[\s,]/g, ''));
  const isRow = Number.isInteger(row) && row >= 1 && row <= total;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isRow) onGo(row - 1);
  }

  return (
    <div className={styles['bar']}>
      <span>
        {`Rows ${count(Math.min(seen.first + 1, total))}–${count(Math.min(seen.end, total))} of ${count(total)}`}
      </span>
      <form className={styles['go']} onSubmit={submit} noValidate>
        <label className={styles['goLabel']}>
          Go to row
          <input
            className={styles['goField']}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            aria-invalid={(text !== '' && !isRow) || undefined}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button
          type="submit"
          isDisabled={!isRow}
          {...(!isRow && { reason: `Enter a number from 1 to ${count(total)}` })}
        >
          Go
        </Button>
      </form>
    </div>
  );
}
