/* What the columns of an unrecognised file mean, said by the one who knows. */
import { useId, useState } from 'react';
import { useMapImportFile } from '#src/client/imports.ts';
import type { ImportFile, ImportSession } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import styles from './mapping-form.module.css';
import { MappingTable } from './mapping-table.tsx';
import { draftOf, mappingFaults, withField, withKind } from './mapping.ts';

type MappingFormProps = {
  readonly importId: string;
  readonly file: ImportFile;
  readonly place: ImportSession['place'];
  /** Present where the file can be used as it is. */
  readonly onCancel?: (() => void) | undefined;
  readonly onApplied: () => void;
};

/** Account type of the rows on a site, meaning of each column, and whether the first line is a person. */
export function MappingForm({ importId, file, place, onCancel, onApplied }: MappingFormProps) {
  const [draft, setDraft] = useState(() => draftOf(file, place));
  const faultsId = useId();
  const mapping = useMapImportFile();
  const faults = mappingFaults(draft);

  function apply() {
    if (draft.kind === null) return;
    const { kind, fields, firstLineIsHeading } = draft;
    mapping
      .mutateAsync({ importId, number: file.number, kind, fields: [...fields], firstLineIsHeading })
      .then(onApplied, () => undefined);
  }

  return (
    <Stack gap="300">
      {place === 'site' && (
        <RadioGroup
          label={`Which accounts do the rows of ${file.name} describe?`}
          value={draft.kind}
          onChange={(kind) => setDraft(withKind(draft, kind))}
          options={[
            {
              value: 'portal-only',
              label: labels.portalOnly,
              description: 'Customers of this site who log in to its help center only.',
            },
            {
              value: 'atlassian',
              label: labels.atlassianAccount,
              description: 'People with an Atlassian account and access to this site.',
            },
          ]}
        />
      )}
      <Checkbox
        label="The first line is a person, not headings"
        isChecked={!draft.firstLineIsHeading}
        onChange={(isPerson) => setDraft({ ...draft, firstLineIsHeading: !isPerson })}
      />
      <MappingTable
        file={file}
        draft={draft}
        onField={(column, field) => setDraft(withField(draft, column, field))}
      />
      {mapping.error !== null && <ProblemMessage error={mapping.error} />}
      <Inline>
        <Button
          appearance="primary"
          isBusy={mapping.isPending}
          isDisabled={faults.length > 0}
          aria-describedby={faultsId}
          onPress={apply}
        >
          Apply
        </Button>
        {onCancel && (
          <Button appearance="subtle" isDisabled={mapping.isPending} onPress={onCancel}>
            Cancel
          </Button>
        )}
        <output id={faultsId} className={styles['faults']}>
          {faults.join(' ')}
        </output>
      </Inline>
    </Stack>
  );
}
