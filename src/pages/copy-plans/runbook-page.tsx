/* The runbook of a plan: what to carry out in the real console, to print or to save as Markdown. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { copyAfterwardsQueries, downloadRunbook } from '#src/client/copy-afterwards.ts';
import type { Runbook } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { planPath } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { DownloadButton } from './download-button.tsx';
import { usePlanPlace } from './plan-place.ts';
import { RunbookStepCard } from './runbook-step.tsx';
import styles from './runbook.module.css';

/** The page of the runbook. */
export function RunbookPage() {
  const { planId = '' } = useParams();
  const place = usePlanPlace();
  const { data, error, refetch } = useQuery(copyAfterwardsQueries.runbook(planId));
  return (
    <CopyPlansFrame
      place={place}
      isBelow
      title={data ? `Runbook: ${data.planName}` : 'Runbook'}
      mark={<SimulatorMark />}
      actions={
        <>
          <LinkButton to={planPath(place, planId)}>
            {'serverId' in place ? 'Migration' : 'Copy plan'}
          </LinkButton>
          {data && (
            <>
              <DownloadButton load={() => downloadRunbook(planId)}>Markdown</DownloadButton>
              <Button appearance="primary" onPress={() => window.print()}>
                Print
              </Button>
            </>
          )}
        </>
      }
    >
      {data && <Steps runbook={data} />}
      {!data && error && <ProblemMessage error={error} retry={refetch} />}
      {!data && !error && <SkeletonLines count={10} />}
    </CopyPlansFrame>
  );
}

function Steps({ runbook }: { readonly runbook: Runbook }) {
  const { source, destination, isForecast, steps } = runbook;
  return (
    <Stack gap="300">
      <Hint>
        {`From ${source} to ${destination}. ${isForecast ? 'The numbers are the forecast by the present data.' : 'The numbers are those of the run.'} Stop where a stop condition is met.`}
      </Hint>
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <RunbookStepCard key={step.id} step={step} number={index + 1} />
        ))}
      </ol>
    </Stack>
  );
}
