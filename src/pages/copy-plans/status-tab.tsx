import type { CopyPlan } from '#src/contract/wire.ts';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { StatusSection } from './status-section.tsx';

/** The tab *Status* of a server migration that runs or has run. */
export function RunStatus({ plan }: { readonly plan: CopyPlan }) {
  return (
    <Stack gap="200">
      <Inline gap="150">
        <SectionHeading>Status</SectionHeading>
        <SimulatorMark />
      </Inline>
      <StatusSection plan={plan} />
    </Stack>
  );
}
