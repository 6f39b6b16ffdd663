import { Button, LinkButton } from '#src/ui/button.tsx';
import { facing, isStale } from '#src/ui/conflict-fields.ts';
import { listOf } from '#src/ui/count.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SavingProblem } from '#src/ui/saving-problem.tsx';
import { FILE_NAMES, fixFacts, type Fixes, type FixFileName, type Found } from './fix-words.ts';

type SaveFixesProps = {
  readonly serverId: string;
  readonly draft: Fixes;
  readonly found: Found;
  readonly isRunning: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** After somebody else has saved: look at that, or save one's own choice over it. */
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
};

/** Saving the choice, why it cannot be saved, and what is left when somebody else has saved. */
export function SaveFixes(props: SaveFixesProps) {
  const { serverId, draft, found, isRunning, isBusy, error, onDiscard, onKeep } = props;
  const isConflict = isStale(error);
  const isSame =
    draft.level === found.fixes.level &&
    draft.invalid === found.fixes.invalid &&
    draft.duplicated === found.fixes.duplicated;
  const missing = missingFiles(draft, found).map((file) => FILE_NAMES[file]);
  const reason = isRunning
    ? 'A migration is running'
    : missing.length > 0
      ? `Upload ${listOf(missing)} first`
      : isSame
        ? 'Nothing was changed'
        : undefined;
  return (
    <Stack gap="200">
      <SavingProblem
        error={error}
        fields={facing(fixFacts(draft), fixFacts(found.fixes))}
        whyNotKeep={isSame ? undefined : reason}
        onKeep={onKeep}
        onTake={onDiscard}
      />
      <Inline>
        <Button
          type="submit"
          appearance="primary"
          isBusy={isBusy}
          isDisabled={reason !== undefined || isConflict}
          {...(reason !== undefined && { reason })}
        >
          Save fixes
        </Button>
        <LinkButton appearance="subtle" to={pathTo('server-assessment', { serverId })}>
          Back to the assessment
        </LinkButton>
      </Inline>
    </Stack>
  );
}

/** Files that the choice needs and that were not uploaded yet. */
export function missingFiles({ level, invalid, duplicated }: Fixes, found: Found): FixFileName[] {
  const needed: FixFileName[] =
    level === 'advanced'
      ? ['all']
      : [
          ...(invalid === 'file' ? (['invalid'] as const) : []),
          ...(duplicated === 'file' ? (['duplicated'] as const) : []),
        ];
  return needed.filter((name) =>
    found.files.some(({ file, rows, uploaded }) => file === name && rows > 0 && uploaded === null),
  );
}
