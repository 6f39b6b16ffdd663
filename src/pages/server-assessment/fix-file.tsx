import { useState } from 'react';
import { ApiError } from '#src/client/http.ts';
import { saveFile } from '#src/client/save-file.ts';
import { downloadFixFile, useUploadFixFile } from '#src/client/server-assessment.ts';
import { Button } from '#src/ui/button.tsx';
import { facing, isStale } from '#src/ui/conflict-fields.ts';
import { countOf } from '#src/ui/count.ts';
import { FileDrop } from '#src/ui/file-drop.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint, Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SavingProblem } from '#src/ui/saving-problem.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { useReportedWork } from '#src/ui/use-reported-work.ts';
import { FILE_NAMES, fixFacts, type Fixes, type FixFileName, type Found } from './fix-words.ts';
import { RefusedFile } from './refused-file.tsx';

type FixFileProps = {
  readonly serverId: string;
  readonly file: FixFileName;
  readonly found: Found;
  readonly isDisabled: boolean;
  readonly onUploaded: (saved: Found['fixes']) => void;
};

const ROWS = { one: 'row', other: 'rows' };

/** A CSV file on its way out, and back once it was edited. */
export function FixFile(props: FixFileProps) {
  const { serverId, file, found, isDisabled, onUploaded } = props;
  const [dropped, setDropped] = useState<File | null>(null);
  const { isBusy: isLoading, start } = useReportedWork();
  const uploading = useUploadFixFile(serverId);
  const flags = useFlags();
  const name = dropped?.name ?? '';
  const state = found.files.find((each) => each.file === file);
  if (!state) return null;
  if (state.rows === 0) return <Hint>There is nobody to put into a file.</Hint>;

  async function download() {
    saveFile(await downloadFixFile(serverId, file));
  }

  function upload(bytes: File | null | undefined) {
    if (!bytes) return;
    setDropped(bytes);
    uploading.mutate(
      { file, bytes, version: found.fixes.version },
      {
        onSuccess({ assessment, rows, changed }) {
          if (assessment.found) onUploaded(assessment.found.fixes);
          flags.show({
            tone: 'success',
            title: `${bytes.name} is the fix now`,
            description: `${countOf(rows, ROWS)} accepted, ${changed === 0 ? 'none' : changed} of them changed since the download.`,
          });
        },
      },
    );
  }

  return (
    <Stack gap="150">
      <p>
        Edit only the columns NewEmail and Tombstone. TRUE under Tombstone makes somebody a Former
        user, whatever account the address has on the site. Rows may not be added or removed; their
        order is free.
      </p>
      <Inline>
        <Button iconBefore="download" isBusy={isLoading} onPress={() => start(download)}>
          {labels.downloadCsv}
        </Button>
        <Hint>{`${countOf(state.rows, ROWS)}, with new addresses filled in.`}</Hint>
      </Inline>
      {!isDisabled && (
        <FileDrop
          isSingle
          isCompact
          label={`Drop ${FILE_NAMES[file]} here`}
          accept=".csv,text/csv"
          isBusy={uploading.isPending}
          onFiles={([bytes]) => upload(bytes)}
        />
      )}
      {uploading.error && isStale(uploading.error) ? (
        <SavingProblem
          error={uploading.error}
          fields={[
            {
              label: 'CSV file',
              yours: name,
              now:
                state.uploaded === null ? 'None' : `Another one, ${countOf(state.uploaded, ROWS)}`,
            },
            ...facing(fixFacts(fixedBy(file, found.fixes)), fixFacts(found.fixes)),
          ]}
          onKeep={() => upload(dropped)}
          onTake={uploading.reset}
        />
      ) : null}
      {uploading.error && !isStale(uploading.error) ? (
        <Refusal error={uploading.error} fileName={name} />
      ) : null}
      {state.uploaded !== null && !uploading.error && (
        <SectionMessage tone="success" title="A file is uploaded">
          {`${countOf(state.uploaded, ROWS)}${state.uploaded === state.rows ? '' : `, while the assessment has ${state.rows} now`}. Another upload takes its place.`}
        </SectionMessage>
      )}
    </Stack>
  );
}

/** What an upload of the file makes of the fixes. */
function fixedBy(file: FixFileName, fixes: Fixes): Fixes {
  return file === 'all'
    ? { ...fixes, level: 'advanced' }
    : { ...fixes, level: 'simple', [file]: 'file' };
}

function Refusal({ error, fileName }: { readonly error: unknown; readonly fileName: string }) {
  return error instanceof ApiError && error.code === 'assessment.file-refused' ? (
    <RefusedFile fileName={fileName} facts={error.facts} />
  ) : (
    <ProblemMessage error={error} />
  );
}
