/* The open row of a list of outcomes: why the person is in the plan, and who copied them before. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { copyPeopleQueries } from '#src/client/copy-people.ts';
import type { CopyPlan, Outcome, PersonInPlan } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { DetailPanel } from '#src/ui/detail-panel.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { placeOfPlan, planPath } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { alsoLeftOut, reasonText } from './outcome-reason-words.ts';
import { outcomeLabel } from './outcome-words.ts';
import { isMigration, wordsOf } from './flow-words.ts';
import styles from './outcomes.module.css';
import { usePlanPlace } from './plan-place.ts';

type OutcomePersonProps = {
  readonly plan: CopyPlan;
  readonly holderId: string;
  /** The row, while it is on the page that the list shows. */
  readonly row: Outcome | undefined;
  readonly onClose: () => void;
};

/** Why is this person included? */
export function OutcomePerson({ plan, holderId, row, onClose }: OutcomePersonProps) {
  const query = useQuery(copyPeopleQueries.person(plan.id, holderId));
  const { data: person, error, refetch } = query;
  const words = wordsOf(plan);
  if (!person) {
    return (
      <DetailPanel title={row?.name || row?.email || labels.customer} onClose={onClose}>
        {error ? <ProblemMessage error={error} retry={refetch} /> : <SkeletonLines count={5} />}
      </DetailPanel>
    );
  }
  return (
    <DetailPanel title={person.name || person.email} subtitle={person.email} onClose={onClose}>
      {row && (
        <DefinitionList
          items={[
            { term: 'What happens', value: outcomeLabel(row.action, plan) },
            { term: `On ${plan.source.name}`, value: accountTypeLabel(row.sourceHolding) },
            {
              term: `On ${plan.destination.name}`,
              value: accountTypeLabel(row.destinationHolding),
            },
            { term: words.afterwards, value: accountTypeLabel(row.afterHolding) },
          ]}
        />
      )}
      <Stack gap="100">
        <Inline gap="100">
          <SectionHeading level={3}>Why is this person included?</SectionHeading>
          <SimulatorMark />
        </Inline>
        <Reasons plan={plan} reasons={person.reasons} />
      </Stack>
      {person.earlier && <CopiedBefore plan={plan} earlier={person.earlier} />}
    </DetailPanel>
  );
}

type ReasonsProps = { readonly plan: CopyPlan; readonly reasons: PersonInPlan['reasons'] };

function Reasons({ plan, reasons }: ReasonsProps) {
  if (reasons.length === 0) {
    return (
      <p>
        {plan.state === 'saved'
          ? `Nothing on ${plan.source.name} includes the person any more.`
          : `By the present data of ${plan.source.name} the plan would not include the person. When the run began, it did.`}
      </p>
    );
  }
  return (
    <ul className={styles['reasons']}>
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>{reasonText(reason, plan)}</li>
      ))}
    </ul>
  );
}

type CopiedBeforeProps = {
  readonly plan: CopyPlan;
  readonly earlier: NonNullable<PersonInPlan['earlier']>;
};

function CopiedBefore({ plan, earlier }: CopiedBeforeProps) {
  const { run, isLeftOut } = earlier;
  const place = placeOfPlan(plan, usePlanPlace());
  const [source, destination] = [plan.source.name, plan.destination.name];
  const { done } = wordsOf(plan);
  const verb = isMigration(plan) ? 'brought' : 'copied';
  const more = alsoLeftOut(earlier.requests, earlier.customerOrganizations);
  return (
    <Stack gap="100">
      <SectionHeading level={3}>
        {isMigration(plan) ? 'Migrated before' : 'Copied before'}
      </SectionHeading>
      <p>
        {'The run of '}
        <Link to={planPath(place, run.id)}>{run.name}</Link>
        {` ${verb} the person (`}
        <Instant at={run.finishedAt} format="date-time" none="under way" />
        {').'}
      </p>
      <p>
        {isLeftOut
          ? `So this plan leaves the person out: the account on ${destination} stays as it is.`
          : `Since then ${isMigration(plan) ? 'that account' : 'that copy'} has gone from ${destination}, or the person has another account on ${source}: the person is ${done} again.`}
      </p>
      {more && (
        <p>{`Left out as well, because an earlier run ${verb} them: ${more}. What is new since then still arrives.`}</p>
      )}
    </Stack>
  );
}
