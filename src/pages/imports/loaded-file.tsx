import { useState } from 'react';
import { downloadRefusedRows, useRemoveImportFile } from '#src/client/imports.ts';
import { saveFile } from '#src/client/save-file.ts';
import type { ImportFile } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { factsOf, FAULTS, outcomesOf, waitsForMapping } from './file-words.ts';
import styles from './loaded-file.module.css';
import { MappingForm } from './mapping-form.tsx';

type LoadedFileProps = {
  readonly importId: string;
  readonly file: ImportFile;
  /** Whether the import is still open, so that files can be changed. */
  readonly isOpen: boolean;
  /** The file is gone; the focus has to go somewhere. */
  readonly onRemoved: () => void;
};

/** One dropped file: what it was recognised as, what it would do, what is wrong with it. */
export function LoadedFile({ importId, file, isOpen, onRemoved }: LoadedFileProps) {
  const [isMapping, setIsMapping] = useState(false);
  const removing = useRemoveImportFile();
  const waits = isOpen && waitsForMapping(file);
  const fault = file.fault && FAULTS[file.fault];

  return (
    <li className={styles['file']}>
      <div className={styles['head']}>
        <Icon name="file" />
        <h3 className={styles['name']}>
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
                aria-label={`Change the columns of ${file.name}`}
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
              onPress={() =>
                removing.mutate({ importId, number: file.number }, { onSuccess: onRemoved })
              }
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
            Its headings are not those of a known export. Say what its columns mean.
          </SectionMessage>
        )}
        {(waits || isMapping) && (
          <MappingForm
            importId={importId}
            file={file}
            onApplied={() => setIsMapping(false)}
            onCancel={isMapping ? () => setIsMapping(false) : undefined}
          />
        )}
      </Stack>
    </li>
  );
}

type RefusedRowsProps = Pick<LoadedFileProps, 'importId' | 'file' | 'isOpen'>;

/** The way back for refused rows: out as a file, corrected, and dropped again. */
function RefusedRows({ importId, file, isOpen }: RefusedRowsProps) {
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const rows = countOf(file.counts.refused, { one: 'refused row', other: 'refused rows' });

  async function save() {
    setIsBusy(true);
    setFailure(null);
    try {
      saveFile(await downloadRefusedRows({ importId, number: file.number }));
    } catch (error) {
      setFailure(error);
    }
    setIsBusy(false);
  }

  return (
    <>
      {failure !== null && <ProblemMessage error={failure} />}
      <Inline gap="150">
        <Button
          iconBefore="download"
          isBusy={isBusy}
          aria-label={`Download the refused rows of ${file.name}`}
          onPress={() => void save()}
        >
          {`Download ${rows}`}
        </Button>
        <span className={styles['hint']}>
          {isOpen
            ? 'Correct them in a spreadsheet or editor, then add the corrected file here. The other rows of this file do not wait for them.'
            : 'They were not loaded. Correct them in a spreadsheet or editor, then load the corrected file.'}
        </span>
      </Inline>
    </>
  );
}
