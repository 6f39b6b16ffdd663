import { FileDrop } from '#src/ui/file-drop.tsx';
import { RunningImport } from './running-import.tsx';
import type { AddingFiles } from './use-adding-files.ts';

type ExportsDropProps = {
  readonly label: string;
  readonly adding: AddingFiles['current'];
  readonly isBusy?: boolean;
  /** Files are there already: more of them are a smaller matter. */
  readonly isForMore?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** The drop zone for exports, with the file that is being read under it. */
export function ExportsDrop({
  label,
  adding,
  isBusy = false,
  isForMore = false,
  onFiles,
}: ExportsDropProps) {
  return (
    <>
      <FileDrop
        label={label}
        isCompact={isForMore}
        hint={
          isForMore
            ? undefined
            : 'Several files at once. They are read in this browser and go nowhere else; nothing is loaded before you have seen what it would change.'
        }
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        isBusy={isBusy || adding !== null}
        onFiles={onFiles}
      />
      {adding && (
        <RunningImport
          key={adding.place}
          importId={adding.importId}
          fileName={adding.name}
          place={`File ${adding.place} of ${adding.of}`}
        />
      )}
    </>
  );
}
