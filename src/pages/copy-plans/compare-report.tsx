import { useState } from 'react';
import { useCompareReport } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { FileDrop } from '#src/ui/file-drop.tsx';
import { Card, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { ComparedRows } from './compared-rows.tsx';

/** Loads the real RequiresAttention.csv of a real run and holds the forecast beside it. */
export function CompareReport({ plan }: { readonly plan: CopyPlan }) {
  const comparing = useCompareReport();
  const [fileName, setFileName] = useState('');

  function compare([file]: readonly File[]) {
    if (!file) return;
    setFileName(file.name);
    comparing.mutate({ planId: plan.id, file });
  }

  return (
    <Card title="Forecast against reality" actions={<SimulatorMark />}>
      <Stack gap="200">
        <p>
          {plan.state === 'saved'
            ? 'Load the RequiresAttention.csv of the real run and see which of its rows the present forecast hits. '
            : 'Load the RequiresAttention.csv of the real run and see which of its rows the forecast hit, as it was when this run began. '}
          Rows are compared by e-mail address and problem. Nothing is changed.
        </p>
        <FileDrop
          isSingle
          label="Drop the real report here"
          accept=".csv,text/csv"
          isBusy={comparing.isPending}
          onFiles={compare}
        />
        {comparing.error ? <ProblemMessage error={comparing.error} /> : null}
        {comparing.data && (
          <ComparedRows
            key={comparing.submittedAt}
            fileName={fileName}
            comparison={comparing.data}
          />
        )}
      </Stack>
    </Card>
  );
}
