/* S4, "How to check if all the customers are migrated to cloud": View details shows the customer count. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { pollWhile } from '#src/client/jobs.ts';
import { serverArrivalQueries } from '#src/client/server-arrivals.ts';
import type { CopyPlan, ServerArrival } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { CUSTOMERS } from './plan-words.ts';

/** How many customers of the server a migration takes; nothing for a copy between sites. */
export function ServerArrivalCount({ plan }: { readonly plan: CopyPlan }) {
  return plan.source.kind === 'server' ? <CustomerCount plan={plan} /> : null;
}

function CustomerCount({ plan }: { readonly plan: CopyPlan }) {
  const { data, error, refetch } = useQuery({
    ...serverArrivalQueries.get(plan.id),
    refetchInterval: pollWhile((arrival: ServerArrival) => arrival.plan.state === 'running'),
  });
  if (!data && error) return <ProblemMessage error={error} retry={refetch} />;
  if (!data) return <Skeleton height="4.5rem" />;
  const {
    onServer,
    server,
    destination,
    plan: { id: planId },
  } = data;
  return (
    <SectionMessage
      title={`${countOf(onServer, CUSTOMERS)} of ${server.name}`}
      actions={
        <Link to={pathTo('server-arrival', { serverId: server.id, planId })}>
          Did everybody arrive?
        </Link>
      }
    >
      {`${togetherText(data)} To check it, match this count with that of ${labels.portalCustomers} on ${destination.name}.`}
    </SectionMessage>
  );
}

/** Not every customer whom a migration takes has a row of their own in its run. */
const WITHOUT_ROW = [
  { code: 'merged', words: 'merged into other accounts' },
  { code: 'former', words: 'made former by a fix' },
  { code: 'blocked', words: 'blocked by their address' },
] as const;

function togetherText({ onServer, parts }: ServerArrival): string {
  const others = WITHOUT_ROW.flatMap(({ code, words }) => {
    const people = parts
      .filter((part) => part.code === code)
      .reduce((sum, part) => sum + part.onServer, 0);
    return people === 0 ? [] : [{ people, words }];
  });
  const own = others.reduce((left, { people }) => left - people, onServer);
  if (others.length === 0) return 'So many this migration takes.';
  return `So many this migration takes: ${listOf([`${count(own)} as customers`, ...others.map(({ people, words }) => `${count(people)} ${words}`)])}.`;
}
