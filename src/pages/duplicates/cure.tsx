import type { Duplicate } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { permissionFor, stepLabel, waitingText, type CureStep } from './cure-words.ts';

type CureProps = {
  readonly duplicate: Duplicate;
  readonly onStep: (step: CureStep) => void;
};

/** The next step as a button and those after it, or what one waits for. */
export function Cure({ duplicate, onStep }: CureProps) {
  const [step, ...further] = duplicate.cure;
  if (!step) return <Hint>{waitingText(duplicate)}</Hint>;
  const reason = whyNot(permissionFor(step, duplicate));
  return (
    <Stack gap="050">
      <span>
        <Button
          isCompact
          aria-label={`${stepLabel(step)} for ${duplicate.email}`}
          isDisabled={reason !== undefined}
          {...(reason !== undefined && { reason })}
          onPress={() => onStep(step)}
          onPointerEnter={prefetchDialog}
          onFocus={prefetchDialog}
        >
          {stepLabel(step)}
        </Button>
      </span>
      {further.length > 0 && <Hint>{`Then: ${further.map(stepLabel).join(', then ')}`}</Hint>}
    </Stack>
  );
}
