/* The address asked for another scenario, and opening it would lose what was done here: ask first. */
import { useState } from 'react';
import { useResetWorkspace } from '#src/client/workspace.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { Banner } from '#src/ui/banner.tsx';
import { Button } from '#src/ui/button.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Inline } from '#src/ui/layout.tsx';
import styles from './memory-warning.module.css';

type AskedScenarioProps = { readonly workspace: Workspace; readonly name: string };

/** Offers the scenario beside what would be lost; keeping is the safe choice and closes the offer. */
export function AskedScenario({ workspace, name }: AskedScenarioProps) {
  const [isKept, setKept] = useState(false);
  const reset = useResetWorkspace();
  const flags = useFlags();
  if (isKept) return null;
  const titleOf = (wanted: string) =>
    workspace.scenarios.find((scenario) => scenario.name === wanted)?.title ?? wanted;

  function open() {
    reset.mutate(name, {
      onError: (error) => flags.showProblem(error),
    });
  }

  return (
    <div className={styles['place']}>
      <Banner tone="warning" label="Scenario">
        <Inline>
          {`This address opens the scenario ${titleOf(name)}, which would replace everything you have done in ${titleOf(workspace.scenario)}.`}
          <Button onPress={() => setKept(true)}>Keep working</Button>
          <Button appearance="danger" isBusy={reset.isPending} onPress={open}>
            {`Replace by ${titleOf(name)}`}
          </Button>
        </Inline>
      </Banner>
    </div>
  );
}
