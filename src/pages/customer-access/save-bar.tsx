import { Button } from '#src/ui/button.tsx';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';

type SaveBarProps = {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly isDirty: boolean;
  readonly isListMissing: boolean;
  readonly onDiscard: () => void;
  /** After somebody else has saved: go on with one's own changes from there. */
  readonly onKeep: () => void;
};

/** Saving, and the choice that is left when somebody else has saved in between. */
export function SaveBar({
  error,
  isBusy,
  isDirty,
  isListMissing,
  onDiscard,
  onKeep,
}: SaveBarProps) {
  const isConflict = problemCode(error) === 'version-conflict';
  return (
    <Stack gap="200">
      {error ? (
        <ProblemMessage
          error={error}
          {...(isConflict && {
            actions: (
              <Inline>
                <Button appearance="link" onPress={onDiscard}>
                  Show the new settings
                </Button>
                <Button appearance="link" onPress={onKeep}>
                  Keep my changes
                </Button>
              </Inline>
            ),
          })}
        />
      ) : null}
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
