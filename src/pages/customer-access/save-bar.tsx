import { Button } from '#src/ui/button.tsx';
import { isStale, type ConflictField } from '#src/ui/conflict-fields.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { SavingProblem } from '#src/ui/saving-problem.tsx';

type SaveBarProps = {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly isDirty: boolean;
  readonly isListMissing: boolean;
  /** What was entered beside what is saved now. */
  readonly fields: readonly ConflictField[];
  readonly onDiscard: () => void;
  /** After somebody else has saved: save one's own over that. */
  readonly onKeep: () => void;
};

/** Saving, and the choice that is left when somebody else has saved in between. */
export function SaveBar({
  error,
  isBusy,
  isDirty,
  isListMissing,
  fields,
  onDiscard,
  onKeep,
}: SaveBarProps) {
  const isConflict = isStale(error);
  return (
    <Stack gap="200">
      <SavingProblem
        error={error}
        fields={fields}
        whyNotKeep={isListMissing ? 'Add a domain, or allow every domain' : undefined}
        onKeep={onKeep}
        onTake={onDiscard}
      />
      <Inline>
        <Button
          type="submit"
          appearance="primary"
          isBusy={isBusy}
          isDisabled={!isDirty || isListMissing || isConflict}
        >
          Save
        </Button>
        <Button appearance="subtle" isDisabled={!isDirty || isBusy} onPress={onDiscard}>
          Discard changes
        </Button>
      </Inline>
    </Stack>
  );
}
