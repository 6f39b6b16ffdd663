import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { copyForecastQueries } from '#src/client/copy-forecasts.ts';
import type { CopyLoss, CopyPlan, LostRequest } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { DetailPanel } from '#src/ui/detail-panel.tsx';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import styles from './forecast.module.css';
import { LOSS_WORDS } from './loss-words.ts';
import { REQUESTS } from './plan-words.ts';

const PAGE_SIZE = 10;

type LostRequestsProps = {
  readonly plan: CopyPlan;
  readonly person: CopyLoss;
  readonly onClose: () => void;
};

/** What one person would lose, why, and what to do about it. */
export function LostRequests({ plan, person, onClose }: LostRequestsProps) {
  const [page, setPage] = useState(1);
  const query = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const requests = useQuery(copyForecastQueries.lostRequests(plan.id, person.position, query));
  return (
    <DetailPanel title={person.name} subtitle={person.email} onClose={onClose}>
      <Stack gap="200">
        <ul className={styles['lost']} aria-label="Why, and what to do">
          {person.reasons.map(({ reason, count }) => (
            <li key={reason}>
              <strong>{`${LOSS_WORDS[reason].why}: ${countOf(count, REQUESTS)}`}</strong>
              <span className={styles['next']}>{LOSS_WORDS[reason].next(plan)}</span>
            </li>
          ))}
        </ul>
        <SectionHeading level={3}>Requests</SectionHeading>
        {requests.error ? (
          <ProblemMessage error={requests.error} retry={requests.refetch} />
        ) : requests.data ? (
          <ul className={styles['lost']} aria-label="Requests lost">
            {requests.data.items.map((request) => (
              <li key={request.id}>
                <span>
                  <strong>{request.key}</strong> {request.summary}
                </span>
                <span className={styles['next']}>
                  {`${whereText(request, plan)}. ${LOSS_WORDS[request.reason].why}.`}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <SkeletonLines count={4} />
        )}
        {requests.data && requests.data.total > PAGE_SIZE && (
          <Pagination
            page={page}
            pageSize={PAGE_SIZE}
            total={requests.data.total}
            onPage={setPage}
            noun={REQUESTS}
          />
        )}
      </Stack>
    </DetailPanel>
  );
}

function whereText({ where }: LostRequest, { source, destination }: CopyPlan): string {
  return where === 'destination' ? `On ${destination.name}` : `Arrives from ${source.name}`;
}
