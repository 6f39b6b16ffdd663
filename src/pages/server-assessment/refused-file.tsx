import { count, countOf } from '#src/ui/count.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { refusalText, type RefusedRow } from './refusal-words.ts';
import styles from './server-assessment.module.css';

type RefusedFileProps = {
  readonly fileName: string;
  /** Facts of the problem `assessment.file-refused`. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** Why a file was refused, line by line. */
export function RefusedFile({ fileName, facts }: RefusedFileProps) {
  const rows = (facts['refusals'] ?? []) as readonly RefusedRow[];
  const total = Number(facts['count'] ?? rows.length);
  return (
    <Stack gap="150">
      <div role="alert">
        <SectionMessage tone="error" title={`${fileName} was refused`}>
          {`${countOf(total, { one: 'thing is', other: 'things are' })} wrong with it. Nothing was changed: correct it and upload it again, or download it anew.`}
        </SectionMessage>
      </div>
      <table className={styles['table']}>
        <caption>{`What is wrong with ${fileName}`}</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and its rows have no name
            <tr key={at}>
              <th scope="row">{row.line === null ? 'Whole file' : count(row.line)}</th>
              <td>{row.column ?? 'All'}</td>
              <td>{refusalText(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <Hint>{`The first ${count(rows.length)} of ${count(total)} are shown.`}</Hint>
      )}
    </Stack>
  );
}
