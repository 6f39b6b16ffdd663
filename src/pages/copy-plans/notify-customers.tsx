/* Nobody was told of the run: the ways to tell people, and whom to tell what (S2, "Notify customers"). */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { downloadMailingList } from '#src/client/copy-afterwards.ts';
import { serviceProjectQueries } from '#src/client/service-projects.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { HelpCenterLink } from '#src/ui/help-center-link.tsx';
import { Card, Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { DownloadButton } from './download-button.tsx';
import { isMigration, wordsOf } from './flow-words.ts';

/** Three ways: invite the new ones, give the others the link, write to everybody by oneself. */
export function NotifyCustomers({ plan }: { readonly plan: CopyPlan }) {
  const { id: siteId, name } = plan.destination;
  return (
    <Card title="Notify customers">
      <Stack gap="200">
        <p>{`${isMigration(plan) ? 'Nobody' : 'Customers'} got ${isMigration(plan) ? 'an' : 'no'} e-mail when they were ${wordsOf(plan).done} to ${name}. Tell them when you are ready.`}</p>
        <Stack gap="050">
          <SectionHeading level={3}>Invite new customers</SectionHeading>
          <InviteNew plan={plan} />
        </Stack>
        <Stack gap="050">
          <SectionHeading level={3}>Give existing customers the link</SectionHeading>
          <p>Whoever has an account there can log in directly, without an invitation.</p>
          <HelpCenterLink siteId={siteId} siteName={name} />
        </Stack>
        <Stack gap="050">
          <SectionHeading level={3}>Write to them yourself</SectionHeading>
          <p>
            {`The mailing list has one row for every ${wordsOf(plan).people.one} of the run: what happened to the account,`}{' '}
            how the person logs in now, what must happen before, and the group of people who get the
            same message.
          </p>
          <Inline>
            <DownloadButton load={() => downloadMailingList(plan.id)}>
              Mailing list (CSV)
            </DownloadButton>
            <SimulatorMark />
          </Inline>
        </Stack>
      </Stack>
    </Card>
  );
}

/** S2: from the service project's Customers page on the destination. */
function InviteNew({ plan }: { readonly plan: CopyPlan }) {
  const { id: siteId, name } = plan.destination;
  const { data, error, refetch } = useQuery(serviceProjectQueries.copied(plan.id));
  if (error && !data) return <ProblemMessage error={error} retry={refetch} />;
  if (!data) return <SkeletonLines count={2} />;
  if (data.items.length === 0) {
    return (
      <>
        <p>{`This run ${isMigration(plan) ? 'brought' : 'copied'} no service project. Add the customers to one that is there.`}</p>
        <p>
          <Link to={pathTo('service-projects', { siteId })}>{`Service projects of ${name}`}</Link>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{`Add them on the Customers page of the service project on ${name}: each gets an invitation.`}</p>
      <ul>
        {data.items.map(({ id: projectId, name: project }) => (
          <li key={projectId}>
            <Link to={pathTo('project-customers', { siteId, projectId })}>
              {`Customers of ${project}`}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
