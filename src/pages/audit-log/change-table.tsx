import type { AuditEntry } from '#src/contract/wire.ts';
import { factName, factValue } from '#src/ui/audit-facts.ts';
import { VisuallyHidden } from '#src/ui/layout.tsx';
import styles from './change-table.module.css';

type ChangeTableProps = Pick<AuditEntry, 'before' | 'after'>;

/** Side by side, with only what differs emphasised. A side that did not exist says so once. */
export function ChangeTable({ before, after }: ChangeTableProps) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>What</VisuallyHidden>
          </th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, row) => {
          const isChanged = before?.[name] !== after?.[name];
          return (
            <tr key={name} className={styles[isChanged ? 'changed' : 'same']}>
              <th scope="row">{factName(name)}</th>
              <Side side={before} name={name} rows={names.length} isFirst={row === 0}>
                Did not exist
              </Side>
              <Side side={after} name={name} rows={names.length} isFirst={row === 0}>
                Does not exist any more
              </Side>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type SideProps = {
  readonly side: AuditEntry['before'];
  readonly name: string;
  readonly rows: number;
  readonly isFirst: boolean;
  /** Said where the record is not there at all. */
  readonly children: string;
};

function Side({ side, name, rows, isFirst, children }: SideProps) {
  if (side !== null) return <td>{factValue(name, side[name])}</td>;
  return isFirst ? (
    <td rowSpan={rows} className={styles['missing']}>
      {children}
    </td>
  ) : null;
}
