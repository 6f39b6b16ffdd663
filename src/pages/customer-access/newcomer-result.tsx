import type { Newcomer } from '#src/contract/wire.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { outcomeLook, reasonText } from '#src/ui/newcomer-words.ts';

/** What an address gets, and by which rule. */
export function NewcomerResult({ newcomer }: { readonly newcomer: Newcomer }) {
  const { label, tone } = outcomeLook(newcomer.outcome);
  return (
    <Stack gap="050">
      <span>
        <Lozenge tone={tone}>{label}</Lozenge>
      </span>
      <Hint>{reasonText(newcomer)}</Hint>
    </Stack>
  );
}
