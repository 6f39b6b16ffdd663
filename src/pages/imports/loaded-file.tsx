import { useRef, useState } from 'react';
import { useRemoveImportFile } from '#src/client/imports.ts';
import type { ImportFile, ImportSession } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { factsOf, FAULTS, outcomesOf, waitsForMapping } from './file-words.ts';
import styles from './loaded-file.module.css';
import { MappingForm } from './mapping-form.tsx';
import { RefusedRows } from './refused-rows.tsx';

type LoadedFileProps = {
  readonly importId: string;
  readonly file: ImportFile;
  readonly place: ImportSession['place'];
  /** Whether the import is still open, so that files can be changed. */
  readonly isOpen: boolean;
  /** The file is gone; the focus has to go somewhere. */
  readonly onRemoved: () => void;
};

/** One dropped file: what it was recognised as, what it would do, what is wrong with it. */
export function LoadedFile({ importId, file, place, isOpen, onRemoved }: LoadedFileProps) {
  const [isMapping, setIsMapping] = useState(false);
  const removing = useRemoveImportFile();
  const waits = isOpen && waitsForMapping(file);
  const fault = file.fault && FAULTS[file.fault];
  const name = useRef<HTMLHeadingElement>(null);

  function remove() {
    removing.mutateAsync({ importId, number: file.number }).then(onRemoved, () => undefined);
  }

  function closeMapping() {
    setIsMapping(false);
    name.current?.focus();
  }

  return (
    <li className={styles['file']}>
      <div className={styles['head']}>
        <Icon name="file" />
        <h3 ref={name} tabIndex={-1} className={styles['name']}>
          <bdi>{file.name}</bdi>
        </h3>
        {fault && <Lozenge tone="removed">Cannot be used</Lozenge>}
        {waits && <Lozenge tone="moved">Columns to assign</Lozenge>}
        {isOpen && (
          <span className={styles['actions']}>
            {file.format === 'mapped' && !isMapping && (
              <Button
                appearance="subtle"
                isCompact
                aria-label={`Change columns of ${file.name}`}
                onPress={() => setIsMapping(true)}
              >
                Change columns
              </Button>
            )}
            <Button
              appearance="subtle"
              isCompact
              aria-label={`Remove ${file.name}`}
              isBusy={removing.isPending}
              onPress={remove}
            >
              Remove
            </Button>
          </span>
        )}
      </div>
      <Stack gap="150">
        {removing.error !== null && <ProblemMessage error={removing.error} />}
        <div>
          <p className={styles['facts']}>{factsOf(file).join(' · ')}</p>
          {!waits && !fault && <p>{outcomesOf(file)}</p>}
        </div>
        {fault && (
          <SectionMessage tone="error" title={fault.title}>
            {fault.whatToDo}
          </SectionMessage>
        )}
        {file.counts.refused > 0 && !waits && (
          <RefusedRows importId={importId} file={file} isOpen={isOpen} />
        )}
        {waits && (
          <SectionMessage tone="warning" title="Nothing of this file is loaded yet">
            {file.firstLineIsHeading
              ? 'Its headings are not those of a known export. Say what its columns mean.'
              : 'Its first line seems to be a person: there are no headings. Say what its columns mean.'}
          </SectionMessage>
        )}
        {(waits || isMapping) && (
          <MappingForm
            importId={importId}
            file={file}
            place={place}
            onApplied={closeMapping}
            onCancel={isMapping ? closeMapping : undefined}
          />
        )}
      </Stack>
    </li>
  );
}
