import type { ProjectNewcomer } from '#src/contract/wire.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import styles from './admission-table.module.css';
import { admissionLook, admissionText, messageText, type Tense } from './admission-words.ts';

type AdmissionTableProps = {
  readonly caption: string;
  readonly tense: Tense;
  readonly newcomers: readonly ProjectNewcomer[];
};

/** Addresses with what adding each comes to. */
export function AdmissionTable({ caption, tense, newcomers }: AdmissionTableProps) {
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{caption}</caption>
      <tbody>
        {newcomers.map((newcomer) => (
          <tr key={newcomer.email}>
            <th scope="row">
              {newcomer.email}
              {newcomer.name && <Hint>{newcomer.name}</Hint>}
            </th>
            <td>
              <Admission newcomer={newcomer} tense={tense} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type AdmissionProps = { readonly newcomer: ProjectNewcomer; readonly tense: Tense };

function Admission({ newcomer, tense }: AdmissionProps) {
  const { label, tone } = admissionLook(newcomer);
  return (
    <Stack gap="050">
      <span>
        <Lozenge tone={tone}>{label}</Lozenge>
      </span>
      <Hint>{`${admissionText(newcomer)} ${messageText(newcomer, tense)}`}</Hint>
    </Stack>
  );
}
