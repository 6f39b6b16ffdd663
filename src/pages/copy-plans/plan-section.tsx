import { type ReactNode, useId } from 'react';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import styles from './forecast.module.css';

/** The parts of a saved plan's page that its verdict leads to. */
export type PlanSectionId =
  'plan-checks' | 'plan-forecast' | 'plan-losses' | 'plan-details' | 'plan-status';

type PlanSectionProps = {
  readonly id: PlanSectionId;
  readonly title?: string;
  readonly isExtra?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the page with its heading, to which the focus can be moved. */
export function PlanSection({ id, title, isExtra = false, actions, children }: PlanSectionProps) {
  const headingId = useId();
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={title === undefined ? undefined : headingId}
      className={styles['section']}
    >
      <Stack gap="200">
        {title !== undefined && (
          <Inline justify="between">
            <Inline gap="150">
              <SectionHeading id={headingId}>{title}</SectionHeading>
              {isExtra && <SimulatorMark />}
            </Inline>
            {actions}
          </Inline>
        )}
        {children}
      </Stack>
    </section>
  );
}

/** Brings a part of the page into view, and the focus with it. */
export function goToSection(id: PlanSectionId): void {
  document.getElementById(id)?.focus();
}
