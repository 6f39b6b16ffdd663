import { type ReactNode, useId, useState } from 'react';
import type { CopyPlan } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { checkWords, RESULTS, type CheckId, type Checks } from './check-words.ts';
import styles from './checks.module.css';
import { ROWS } from './plan-words.ts';

type CheckItemProps = {
  readonly id: CheckId;
  readonly checks: Checks;
  readonly plan: CopyPlan;
  /** What can be done about it: links and buttons. */
  readonly steps: ReactNode;
  /** Its rows. */
  readonly children: ReactNode;
};

const ICONS = { pass: 'success', warning: 'warning', error: 'error' } as const;

/** One check: its result in an icon and in words, and its rows to open. An error is open at first. */
export function CheckItem({ id, checks, plan, steps, children }: CheckItemProps) {
  const { result, rows, total } = checks[id];
  const [opened, setOpened] = useState<boolean | null>(null);
  const rowsId = useId();
  const { title, text } = checkWords(id, checks, plan);
  const hasRows = total > 0 && id !== 'data-changed';
  const isOpen = opened ?? result === 'error';
  return (
    <li className={styles['check']}>
      <span className={classNames(styles['icon'], styles[result])}>
        <Icon name={ICONS[result]} label={RESULTS[result]} />
      </span>
      <div className={styles['body']}>
        <p className={styles['title']}>{title}</p>
        <p className={styles['text']}>{text}</p>
        {(hasRows || steps) && (
          <div className={styles['steps']}>
            {hasRows && (
              <Button
                appearance="link"
                iconBefore={isOpen ? 'chevron-down' : 'chevron-right'}
                aria-expanded={isOpen}
                aria-controls={rowsId}
                onPress={() => setOpened(!isOpen)}
              >
                {`${isOpen ? 'Hide' : 'Show'} ${countOf(total, ROWS)}`}
              </Button>
            )}
            {steps}
          </div>
        )}
        <div id={rowsId} hidden={!hasRows || !isOpen}>
          {hasRows && isOpen && (
            <Stack gap="100">
              {children}
              {total > rows.length && (
                <Hint>{`The first ${count(rows.length)} of ${count(total)} rows. The CSV has all of them.`}</Hint>
              )}
            </Stack>
          )}
        </div>
      </div>
    </li>
  );
}
