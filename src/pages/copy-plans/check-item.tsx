import { type ReactNode, useId, useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { RESULTS, type CheckResult } from './check-words.ts';
import styles from './checks.module.css';
import { ROWS } from './plan-words.ts';

type CheckItemProps = {
  readonly result: CheckResult;
  readonly title: string;
  readonly text: string;
  /** What is to know about the result itself, as until when it is kept. */
  readonly note?: ReactNode;
  /** How many records it is about, and how many of them `children` shows; none to open nothing. */
  readonly total: number;
  readonly shown: number;
  /** What can be done about it: links and buttons. */
  readonly steps: ReactNode;
  /** Its rows. */
  readonly children: ReactNode;
};

/** A check that passes and names records all the same informs. */
const ICONS = {
  pass: { name: 'success', label: RESULTS.pass },
  information: { name: 'info', label: 'Information' },
  warning: { name: 'warning', label: RESULTS.warning },
  error: { name: 'error', label: RESULTS.error },
} as const;

/** One check: its result in an icon and in words, and its rows to open. An error is open at first. */
export function CheckItem(props: CheckItemProps) {
  const { result, title, text, note, total, shown, steps, children } = props;
  const [opened, setOpened] = useState<boolean | null>(null);
  const rowsId = useId();
  const kind = result === 'pass' && total > 0 ? 'information' : result;
  const hasRows = total > 0;
  const isOpen = opened ?? result === 'error';
  return (
    <li className={styles['check']}>
      <span className={classNames(styles['icon'], styles[kind])}>
        <Icon name={ICONS[kind].name} label={ICONS[kind].label} />
      </span>
      <div className={styles['body']}>
        <p className={styles['title']}>{title}</p>
        <p className={styles['text']}>{text}</p>
        {note && <p className={styles['note']}>{note}</p>}
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
              {total > shown && (
                <Hint>{`The first ${count(shown)} of ${count(total)} rows. The CSV has all of them.`}</Hint>
              )}
            </Stack>
          )}
        </div>
      </div>
    </li>
  );
}
