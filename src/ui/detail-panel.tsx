/* The open row of a list, docked beside it. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import styles from './detail-panel.module.css';

type DetailPanelProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/** Takes the focus when it opens and gives it back when it closes; Esc closes it. */
export function DetailPanel({ title, subtitle, onClose, footer, children }: DetailPanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      // A link on another screen may have opened it, and is gone: then back to the screen's heading.
      const isThere = before instanceof HTMLElement && before.isConnected;
      const back = isThere && before !== document.body ? before : null;
      (back ?? document.querySelector<HTMLElement>('main h1'))?.focus();
    };
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc works from anywhere inside
    <aside
      className={styles['panel']}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles['head']}>
        <div className={styles['titles']}>
          <h2 ref={heading} id={id} tabIndex={-1} className={styles['title']}>
            {title}
          </h2>
          {subtitle && <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        <IconButton label="Close" icon="close" onPress={onClose} />
      </div>
      <div className={styles['body']}>{children}</div>
      {footer && <div className={styles['footer']}>{footer}</div>}
    </aside>
  );
}

type ListWithDetailProps = {
  readonly detail: ReactNode;
  readonly children: ReactNode;
};

/** A list with the open row's panel beside it, or with nothing beside it. */
export function ListWithDetail({ detail, children }: ListWithDetailProps) {
  return (
    <div className={detail ? styles['split'] : undefined}>
      <div className={styles['list']}>{children}</div>
      {detail}
    </div>
  );
}
