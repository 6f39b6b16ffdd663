import { useQuery } from '@tanstack/react-query';
import { serverAssessmentQueries } from '#src/client/server-assessment.ts';
import type { Server, ServerAssessment } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { count, countOf } from '#src/ui/count.ts';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { AssistantCard } from './assistant-card.tsx';
import { LoadFirst } from './load-first.tsx';

type AssessCardProps = { readonly server: Server; readonly isEmpty: boolean };

/** *Assess and prepare your users*, with what the assessment found. */
export function AssessCard({ server, isEmpty }: AssessCardProps) {
  const { data, error, refetch } = useQuery(serverAssessmentQueries.get(server.id));
  const isAssessed = data !== undefined && data.found !== null;
  return (
    <AssistantCard
      title={labels.assessAndPrepare}
      icon="search"
      description="Find the e-mail addresses that no cloud account can have and those that several users share, and choose what becomes of these users before they block a migration."
      state={
        isEmpty ? (
          'Nobody to assess yet'
        ) : data ? (
          <Findings found={data.found} />
        ) : error ? (
          <ProblemMessage error={error} retry={refetch} />
        ) : (
          <Skeleton width="60%" />
        )
      }
      action={
        isEmpty ? (
          <LoadFirst serverId={server.id} what={labels.assessAndPrepare} />
        ) : !data && !error ? (
          <Skeleton width="8rem" height="2rem" />
        ) : (
          <LinkButton
            appearance={isAssessed ? 'default' : 'primary'}
            to={pathTo('server-assessment', { serverId: server.id })}
          >
            {isAssessed ? 'View assessment' : labels.beginAssessing}
          </LinkButton>
        )
      }
    />
  );
}

function Findings({ found }: Pick<ServerAssessment, 'found'>) {
  if (found === null) return 'Not assessed yet';
  const { invalidUsers, duplicatedAddresses, totals, isStale, assessedAt } = found;
  return (
    <>
      <p>
        {invalidUsers + duplicatedAddresses === 0 ? (
          <Lozenge tone="success">No problems</Lozenge>
        ) : (
          problemsText(invalidUsers, duplicatedAddresses)
        )}
      </p>
      {totals.blocked > 0 ? (
        <Hint>{`${countOf(totals.blocked, USERS)} would block a migration`}</Hint>
      ) : (
        invalidUsers + duplicatedAddresses > 0 && <Hint>All of them are taken care of</Hint>
      )}
      <Hint>
        {'Assessed '}
        <Instant at={assessedAt} format="relative" />
        {isStale && '. The users have changed since'}
      </Hint>
    </>
  );
}

/** "3 invalid, 2 duplicated addresses" */
function problemsText(invalid: number, duplicated: number): string {
  return `${count(invalid)} invalid, ${countOf(duplicated, DUPLICATED)}`;
}

const DUPLICATED = { one: 'duplicated address', other: 'duplicated addresses' };
const USERS = { one: 'user', other: 'users' };
