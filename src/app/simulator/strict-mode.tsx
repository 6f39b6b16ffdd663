import { useSetStrict } from '#src/client/workspace.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { Hint } from '#src/ui/layout.tsx';
import { Toggle } from '#src/ui/toggle.tsx';

/** Only what the real product does, or the simulator's extras too. */
export function StrictMode({ strict }: { readonly strict: boolean }) {
  const setStrict = useSetStrict();
  const flags = useFlags();
  return (
    <>
      <Toggle
        label="Strict mode"
        isOn={setStrict.isPending ? setStrict.variables : strict}
        onChange={(isOn) =>
          setStrict.mutate(isOn, {
            onError: (error) => flags.showProblem(error),
          })
        }
      />
      <Hint>
        Only what the real product can do. It leaves out revoking and granting access in bulk, more
        than 1,000 customers at once, converting to a portal-only account, and signing up as a
        customer.
      </Hint>
    </>
  );
}
