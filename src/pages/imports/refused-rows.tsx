import { useMutation } from '@tanstack/react-query';
import { downloadRefusedRows } from '#src/client/imports.ts';
import { saveFile } from '#src/client/save-file.ts';
import type { ImportFile } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { Inline } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import styles from './refused-rows.module.css';

type RefusedRowsProps = {
  readonly importId: string;
  readonly file: ImportFile;
  /** Whether the import is still open, so that a corrected file can be added. */
  readonly isOpen: boolean;
};

/** The way back for refused rows: out as a file, corrected, and dropped again. */
export function RefusedRows({ importId, file, isOpen }: RefusedRowsProps) {
  const saving = useMutation({
    mutationFn: async () => saveFile(await downloadRefusedRows({ importId, number: file.number })),
  });
  const rows = countOf(file.counts.refused, { one: 'refused row', other: 'refused rows' });

  return (
    <>
      {saving.error !== null && <ProblemMessage error={saving.error} />}
      <Inline gap="150">
        <Button
          iconBefore="download"
          isBusy={saving.isPending}
          aria-label={`Download ${rows} of ${file.name}`}
          onPress={() => saving.mutate()}
        >
          {`Download ${rows}`}
        </Button>
        <span className={styles['hint']}>{hintOn(file, isOpen)}</span>
      </Inline>
    </>
  );
}

function hintOn({ counts }: ImportFile, isOpen: boolean): string {
  if (!isOpen) {
    return 'They were not loaded. Correct them in a spreadsheet or an editor, then load the corrected file.';
  }
  const others = counts.new + counts.updated + counts.unchanged;
  return others > 0
    ? 'Correct them in a spreadsheet or an editor, then add the corrected file. Keep this one: its other rows do not wait.'
    : 'Correct them in a spreadsheet or an editor, then add the corrected file and remove this one.';
}
