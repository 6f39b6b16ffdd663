import type { ImportFile, ImportRow, ImportSession } from '#src/contract/wire.ts';
import { Icon } from '#src/ui/icon.tsx';
import { findingText } from './finding-text.ts';
import styles from './row-findings.module.css';

type RowFindingsProps = {
  readonly row: ImportRow;
  readonly file: ImportFile | undefined;
  readonly place: ImportSession['place'];
};

/** What is wrong with a row, and what was noticed about it, each with its column. */
export function RowFindings({ row, file, place }: RowFindingsProps) {
  if (file?.format === null) return 'Waits until the columns of its file are assigned.';
  if (row.findings.length === 0) return null;
  return (
    <ul className={styles['findings']}>
      {row.findings.map((finding) => {
        const { severity, code, column } = finding;
        const isProblem = severity === 'problem';
        return (
          <li key={`${code} ${column ?? ''}`} className={styles['finding']}>
            <span className={styles[severity]}>
              <Icon
                name={isProblem ? 'error' : 'warning'}
                label={isProblem ? 'Problem' : 'Warning'}
              />
            </span>
            <span>
              {column !== null && <b className={styles['column']}>{`Column ${column}: `}</b>}
              {findingText(finding, row.line, place)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
