import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';

type WizardStepProps = {
  /** Its name. */
  readonly title: string;
  /** Reached from another step: screen readers and the keyboard start at its heading. */
  readonly takesFocus: boolean;
  /** How often going on was refused here; each time the focus goes to the first fault. */
  readonly attempts: number;
  /** Why saving was refused. */
  readonly problem: ReactNode;
  readonly isBusy: boolean;
  readonly cancelPath: string;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
  readonly children: ReactNode;
};

/** One step: heading, fields, and the way on, back and out. */
export function WizardStep({
  title,
  takesFocus,
  attempts,
  problem,
  isBusy,
  cancelPath,
  onBack,
  onNext,
  children,
}: WizardStepProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const arrives = useRef(takesFocus);

  useEffect(() => {
    if (arrives.current) form.current?.focus();
  }, []);

  useEffect(() => {
    if (attempts === 0) return;
    form.current
      ?.querySelector<HTMLElement>('[aria-invalid=true], fieldset[aria-describedby] input')
      ?.focus();
  }, [attempts]);

  return (
    <form
      ref={form}
      tabIndex={-1}
      noValidate
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onNext();
      }}
    >
      <Stack gap="300">
        <SectionHeading id={id}>{title}</SectionHeading>
        {children}
        {problem}
        <Inline justify="between">
          <LinkButton appearance="subtle" to={cancelPath}>
            Cancel
          </LinkButton>
          <Inline>
            {onBack && <Button onPress={onBack}>Back</Button>}
            <Button type="submit" appearance="primary" isBusy={isBusy}>
              {labels.next}
            </Button>
          </Inline>
        </Inline>
      </Stack>
    </form>
  );
}
