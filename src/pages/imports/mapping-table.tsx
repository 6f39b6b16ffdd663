import type { ImportFile } from '#src/contract/wire.ts';
import { SelectField } from '#src/ui/select-field.tsx';
import styles from './mapping-table.module.css';
import { columnLetter, FIELD_NAMES, FIELDS, type Field, type MappingDraft } from './mapping.ts';

/** Values of one column that are shown to recognise it by. */
const SHOWN_VALUES = 3;

type MappingTableProps = {
  readonly file: ImportFile;
  readonly draft: MappingDraft;
  readonly onField: (column: number, field: Field) => void;
};

/** One line for each column of the file: its heading, its first values, what it means. */
export function MappingTable({ file, draft, onField }: MappingTableProps) {
  const choices = FIELDS[draft.kind ?? 'atlassian'];
  const options = choices.map((field) => ({ value: field, label: FIELD_NAMES[field] }));
  const lines = file.firstLineIsHeading ? [file.headings, ...file.sample] : file.sample;
  const [first = [], ...others] = lines;
  const rows = draft.firstLineIsHeading ? others : lines;

  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{`Columns of ${file.name}`}</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First values</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {draft.fields.map((field, column) => {
          const heading = draft.firstLineIsHeading ? first[column]?.trim() : undefined;
          const name = heading || `Column ${columnLetter(column)}`;
          const values = rows.slice(0, SHOWN_VALUES).map((cells) => cells[column] ?? '');
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place, and nothing else is unique
            <tr key={column}>
              <th scope="row">{name}</th>
              <td>
                <ul className={styles['values']}>
                  {values.map((value, row) => (
                    // oxlint-disable-next-line react/no-array-index-key -- sample rows never move
                    <li key={row} className={styles['value']}>
                      {value.trim() === '' ? <i>no value</i> : <bdi>{value}</bdi>}
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                <SelectField
                  label={`Meaning of ${name}`}
                  isCompact
                  value={field}
                  options={options}
                  onChange={(chosen) => onField(column, chosen)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
