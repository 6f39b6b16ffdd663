/* View details: a plan from the moment it runs. */
import { useState } from 'react';
import type { CopyPlan } from '#src/contract/wire.ts';
import { downloadReports } from '#src/client/copy-plans.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { planRunbookPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { Tabs, useTabParam } from '#src/ui/tabs.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { DownloadButton } from './download-button.tsx';
import { EndedEarly } from './ended-early.tsx';
import { wordsOf } from './flow-words.ts';
import { PlanStatus } from './plan-status.tsx';
import { RunAttention } from './run-attention.tsx';
import { RunCustomers } from './run-customers.tsx';
import { RunOverview } from './run-overview.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunReports } from './run-reports.tsx';
import { RunStatus } from './status-tab.tsx';
import { StopPlanDialog } from './stop-plan-dialog.tsx';

type RunDetailsProps = {
  readonly plan: CopyPlan;
  readonly place: PlanPlace;
};

/** What a run does or has done, what it left to do, and its reports. */
export function RunDetails({ plan, place }: RunDetailsProps) {
  const words = wordsOf(plan);
  const [isStopping, setIsStopping] = useState(false);
  const [tab, select] = useTabParam([
    'overview',
    'customers',
    'attention',
    'reports',
    ...(plan.flow === 'copy' ? [] : (['status'] as const)),
  ]);
  return (
    <CopyPlansFrame
      place={place}
      isBelow
      title={plan.name}
      mark={<PlanStatus plan={plan} />}
      actions={
        <>
          {plan.state === 'running' && (
            <Button
              isDisabled={whyNot(plan.actions.manage) !== undefined}
              reason={whyNot(plan.actions.manage)}
              onPointerEnter={prefetchDialog}
              onFocus={prefetchDialog}
              onPress={() => setIsStopping(true)}
            >
              Stop
            </Button>
          )}
          <LinkButton to={planRunbookPath(place, plan.id)}>Runbook</LinkButton>
          <DownloadButton load={() => downloadReports(plan.id)}>
            {labels.downloadReport}
          </DownloadButton>
        </>
      }
    >
      <Stack gap="300">
        <RunProgress plan={plan} />
        <EndedEarly plan={plan} place={place} />
        <Tabs
          label={`Details of the ${words.plan}`}
          selected={tab}
          onSelect={select}
          items={[
            { id: 'overview', label: labels.overview },
            { id: 'customers', label: words.People },
            { id: 'attention', label: 'Requires attention', count: plan.attention?.open },
            { id: 'reports', label: 'Logs and reports' },
            ...(plan.flow === 'copy' ? [] : [{ id: 'status' as const, label: 'Status' }]),
          ]}
        >
          {tab === 'overview' && <RunOverview plan={plan} />}
          {tab === 'customers' && <RunCustomers plan={plan} />}
          {tab === 'attention' && <RunAttention plan={plan} />}
          {tab === 'reports' && <RunReports plan={plan} />}
          {tab === 'status' && <RunStatus plan={plan} />}
        </Tabs>
      </Stack>
      {isStopping && <StopPlanDialog plan={plan} onClose={() => setIsStopping(false)} />}
    </CopyPlansFrame>
  );
}
