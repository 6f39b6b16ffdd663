import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useResetWorkspace } from '#src/client/workspace.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { ConfirmDialog, prefetchDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SelectField } from '#src/ui/select-field.tsx';

/** Chooses a scenario and replaces everything by a fresh copy of it, after asking. */
export function ScenarioControl({ workspace }: { readonly workspace: Workspace }) {
  const [chosen, setChosen] = useState(workspace.scenario);
  const [isAsking, setIsAsking] = useState(false);
  const reset = useResetWorkspace();
  const flags = useFlags();
  const navigate = useNavigate();
  const scenario = workspace.scenarios.find(({ name }) => name === chosen);
  const title = scenario?.title ?? chosen;
  const isSame = chosen === workspace.scenario;

  function confirm() {
    reset.mutate(chosen, {
      onSuccess: () => {
        setIsAsking(false);
        // Records of the screen one is on may not exist in another scenario.
        if (!isSame) void navigate(pathTo('organizations'));
        flags.show({ tone: 'success', title: `The scenario ${title} is open` });
      },
    });
  }

  return (
    <>
      <Inline>
        <SelectField
          label="Scenario"
          isCompact
          value={chosen}
          options={workspace.scenarios.map(({ name, title: label }) => ({ value: name, label }))}
          onChange={setChosen}
        />
        <span onPointerEnter={prefetchDialog} onFocus={prefetchDialog}>
          <Button onPress={() => setIsAsking(true)}>{isSame ? 'Reset' : 'Open'}</Button>
        </span>
      </Inline>
      {scenario && <Hint>{scenario.description}</Hint>}
      {isAsking && (
        <ConfirmDialog
          title={isSame ? `Reset ${title}?` : `Open ${title}?`}
          confirmLabel={isSame ? 'Reset' : 'Open'}
          appearance="danger"
          width="small"
          isBusy={reset.isPending}
          error={reset.error}
          onConfirm={confirm}
          onClose={() => {
            setIsAsking(false);
            reset.reset();
          }}
        >
          <p>
            {`Everything in this workspace is replaced by a fresh copy of ${title}: copies, migrations, approvals and the exports that you loaded. Save the workspace as a file first if you want it back.`}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
