import type { Newcomer } from '#src/contract/wire.ts';
import styles from './customer-access.module.css';
import { NewcomerResult } from './newcomer-result.tsx';

type NewcomerTableProps = { readonly caption: string; readonly newcomers: readonly Newcomer[] };

/** Addresses with what each gets. */
export function NewcomerTable({ caption, newcomers }: NewcomerTableProps) {
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{caption}</caption>
      <tbody>
        {newcomers.map((newcomer) => (
          <tr key={newcomer.email}>
            <th scope="row">{newcomer.email}</th>
            <td>
              <NewcomerResult newcomer={newcomer} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
