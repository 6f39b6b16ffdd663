import { useQuery } from '@tanstack/react-query';
import { serverAssessmentQueries } from '#src/client/server-assessment.ts';
import { Card } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { FixTotalsText } from './fix-totals-text.tsx';
import type { Fixes } from './fix-words.ts';

type FixesForecastProps = { readonly serverId: string; readonly draft: Fixes };

/** What a choice would come to, before it is saved. */
export function FixesForecast({ serverId, draft }: FixesForecastProps) {
  const { level, invalid, duplicated } = draft;
  const { data, error, refetch } = useQuery(
    serverAssessmentQueries.forecast(serverId, { level, invalid, duplicated }),
  );
  return (
    <Card title="What this comes to" actions={<SimulatorMark />}>
      {data && <FixTotalsText totals={data} />}
      {!data && error && <ProblemMessage error={error} retry={refetch} />}
      {!data && !error && <SkeletonLines count={3} />}
    </Card>
  );
}
