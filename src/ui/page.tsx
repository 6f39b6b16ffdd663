/* The frame of every screen: where it is, what it is called, what can be done. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
import styles from './page.module.css';

type PageProps = {
  readonly title: string;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Stands behind the title: a lozenge, or the simulator mark. */
  readonly mark?: ReactNode;
  /** `narrow` for forms and text. */
  readonly width?: 'wide' | 'narrow';
  readonly children: ReactNode;
};

/** Sets the document's title, and after a navigation moves the focus to the page's heading. */
function useArrival(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  const isFirst = key === 'default';

  useEffect(() => {
    document.title = `${title} | Drydock`;
  }, [title]);

  // The first screen keeps the browser's own focus; `key` changes with every query parameter too.
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- runs per path, not per query parameter
  }, [pathname]);

  return heading;
}

/** One screen: breadcrumbs, the one h1, actions, and the content under them. */
export function Page({
  title,
  breadcrumbs = [],
  description,
  actions,
  mark,
  width = 'wide',
  children,
}: PageProps) {
  const heading = useArrival(title);
  return (
    <div className={styles[width]}>
      <header className={styles['header']}>
        <Breadcrumbs items={breadcrumbs} />
        <div className={styles['titleRow']}>
          <div className={styles['title']}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {mark}
          </div>
          {actions && <div className={styles['actions']}>{actions}</div>}
        </div>
        {description && <div className={styles['description']}>{description}</div>}
      </header>
      {children}
    </div>
  );
}
