/* The step that writes: what exactly, why it cannot be taken yet, and how far it is. */
import { useId } from 'react';
import { useWriteImport } from '#src/client/imports.ts';
import type { ImportSession } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { loadName, waitsForMapping } from './file-words.ts';
import { RunningImport } from './running-import.tsx';

const ROWS = { one: 'row', other: 'rows' };

type WriteImportProps = {
  readonly session: ImportSession;
  /** Files are still on their way in. */
  readonly isAdding: boolean;
  readonly onDiscard: () => void;
  readonly isDiscarding: boolean;
  readonly onWritten: () => void;
};

/** Loads every row that is not refused, in one transaction. */
export function WriteImport({
  session,
  isAdding,
  onDiscard,
  isDiscarding,
  onWritten,
}: WriteImportProps) {
  const writing = useWriteImport();
  const people = loadName(session);
  const obstacle = isAdding ? 'Files are still being read.' : obstacleTo(session);
  const explanationId = useId();

  function write() {
    const { id: importId, version } = session;
    writing.mutateAsync({ importId, version }).then(onWritten, () => undefined);
  }

  return (
    <Stack>
      {writing.error !== null && <ProblemMessage error={writing.error} />}
      {writing.isPending ? (
        <RunningImport importId={session.id} siteName={session.siteName} />
      ) : (
        <p id={explanationId}>{obstacle ?? consequences(session)}</p>
      )}
      <Inline>
        <Button
          appearance="primary"
          isBusy={writing.isPending}
          isDisabled={obstacle !== null}
          aria-describedby={explanationId}
          onPress={write}
        >
          {people === '' ? 'Load' : `Load ${people}`}
        </Button>
        <Button
          appearance="subtle"
          isBusy={isDiscarding}
          isDisabled={writing.isPending}
          onPress={onDiscard}
        >
          Discard
        </Button>
      </Inline>
    </Stack>
  );
}

/** Why nothing can be written yet; null when something can. */
function obstacleTo({ files, counts, place }: ImportSession): string | null {
  const waiting = files.filter(waitsForMapping).map(({ name }) => `“${name}”`);
  if (files.length === 0) return 'There is no file to load.';
  if (waiting.length > 0) {
    const them = waiting.length === 1 ? 'it' : 'them';
    return `First assign the columns of ${listOf(waiting)}, or remove ${them}.`;
  }
  if (counts.new + counts.updated > 0) return null;
  if (counts.unchanged > 0) {
    return counts.refused > 0
      ? `Nothing would change: beside ${countOf(counts.refused, ROWS)} refused, the ${place} says what these files say already.`
      : `Nothing would change: the ${place} says what these files say already.`;
  }
  if (counts.refused > 0) return 'Every row is refused. Correct the rows and add the file again.';
  return 'None of these files holds a row that can be loaded.';
}

/** What pressing the button does, with every count. */
function consequences({ counts, siteName }: ImportSession): string {
  const { new: created, updated, unchanged, refused } = counts;
  const left = [
    ...(unchanged > 0 ? [`${countOf(unchanged, ROWS)} without a change`] : []),
    ...(refused > 0 ? [`${countOf(refused, ROWS)} refused`] : []),
  ];
  const writes = `${count(created)} new and ${count(updated)} updated, all at once or not at all.`;
  const skips = left.length > 0 ? ` Left out: ${left.join(', ')}.` : '';
  return `${writes}${skips} Nobody on ${siteName} is removed, and nobody is sent a message.`;
}
