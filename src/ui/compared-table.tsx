/* Something now and afterwards, side by side. */
import type { ReactNode } from 'react';
import { VisuallyHidden } from './layout.tsx';
import styles from './compared-table.module.css';

type ComparedTableProps = {
  /** For screen readers; what stands around the table says it on screen. */
  readonly caption: string;
  /** Heads the column of row headings, for screen readers. */
  readonly of: string;
  readonly now: string;
  readonly afterwards: string;
  readonly rows: readonly {
    readonly heading: string;
    readonly now: ReactNode;
    readonly afterwards: ReactNode;
  }[];
};

/** One row for each respect; the two columns share the width that the headings leave. */
export function ComparedTable({ caption, of, now, afterwards, rows }: ComparedTableProps) {
  return (
    <table className={styles['table']}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles['heading']}>
            <VisuallyHidden>{of}</VisuallyHidden>
          </th>
          <th scope="col">{now}</th>
          <th scope="col">{afterwards}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.heading}>
            <th scope="row">{row.heading}</th>
            <td>{row.now}</td>
            <td>{row.afterwards}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
