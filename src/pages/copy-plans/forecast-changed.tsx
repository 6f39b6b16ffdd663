/* The run was refused because the data changed: what differs from the forecast that was confirmed. */
import { useQuery } from '@tanstack/react-query';
import { copyForecastQueries } from '#src/client/copy-forecasts.ts';
import type { CopyPlan, ForecastChanges } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import styles from './copy-plans.module.css';
import { wordsOf } from './flow-words.ts';
import { ChangedPeople } from './forecast-changed-people.tsx';
import { groupAccessText, groupOutcomeLabel } from './forecast-groups.tsx';
import { organizationOutcomeLabel, projectOutcomeLabel } from './forecast-places.tsx';

type ForecastChangedProps = {
  readonly plan: CopyPlan;
  /** Fingerprint of the forecast that somebody confirmed. */
  readonly shown: string;
};

/** Every difference between the confirmed forecast and the present one, old beside new. */
export function ForecastChanged({ plan, shown }: ForecastChangedProps) {
  const changes = useQuery(copyForecastQueries.changes(plan.id, { shown, limit: 1 }));
  return (
    <Stack gap="200">
      <div role="alert">
        <SectionMessage tone="warning" title="The data changed since the forecast">
          <p>
            {`Nothing was ${wordsOf(plan).done}. ${plan.source.name} or ${plan.destination.name} changed after the forecast was made. Below is the new forecast: look at it, then run the plan.`}
          </p>
          {changes.data ? <Differences plan={plan} changes={changes.data} /> : null}
        </SectionMessage>
      </div>
      {changes.error && !changes.data ? (
        <ProblemMessage error={changes.error} retry={changes.refetch} />
      ) : null}
      {!changes.data && !changes.error && <SkeletonLines count={3} />}
      {changes.data && changes.data.people.total > 0 && <ChangedPeople plan={plan} shown={shown} />}
    </Stack>
  );
}

type DifferencesProps = { readonly plan: CopyPlan; readonly changes: ForecastChanges };

function Differences({ plan, changes }: DifferencesProps) {
  const lines = linesOf(changes, plan);
  return (
    <>
      {!changes.isKnown && (
        <p>
          The forecast that you confirmed is no longer at hand, because Drydock was opened anew
          since then. So it cannot be said what changed; everything below is the present state.
        </p>
      )}
      {lines.length > 0 && (
        <ul className={styles['changes']} aria-label="What changed">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {changes.isKnown && lines.length === 0 && changes.people.total === 0 && (
        <p>The data has changed back: the present forecast is the one that you confirmed.</p>
      )}
    </>
  );
}

const FIGURES: Readonly<Record<keyof ForecastChanges['figures']['now'], string>> = {
  customers: 'Customers',
  requests: 'Requests arriving',
  conflicts: 'Conflicts',
  attention: 'Rows that require attention',
  losing: 'Customers who lose access',
  licencesInUse: 'Licences in use',
  licencesTaken: 'Licences taken at once',
};

function linesOf(changes: ForecastChanges, plan: CopyPlan): string[] {
  const { figures, groups, organizations, projects } = changes;
  const { People } = wordsOf(plan);
  const called = { ...FIGURES, customers: People, losing: `${People} who lose access` };
  const { before, now } = figures;
  const names = Object.keys(FIGURES) as (keyof typeof FIGURES)[];
  return [
    ...names.flatMap((name) =>
      before && before[name] !== now[name]
        ? [`${called[name]}: ${count(now[name])}, was ${count(before[name])}`]
        : [],
    ),
    ...groups.map((each) => lineOf('Group', each, groupText)),
    ...organizations.map((each) => lineOf('Customer organization', each, organizationText)),
    ...projects.map((each) => lineOf('Service project', each, projectText)),
  ];
}

type NamedChange<T> = {
  readonly name: string;
  readonly before: T | null;
  readonly now: T | null;
};

/** What was forecast of a record, and what is now. */
function lineOf<T>(noun: string, { name, before, now }: NamedChange<T>, text: (each: T) => string) {
  const old = before === null ? 'was not there' : `was ${text(before)}`;
  return `${noun} ${name}: ${now === null ? 'no longer there' : text(now)}, ${old}`;
}

type Group = ForecastChanges['groups'][number]['now'] & object;
type Organization = ForecastChanges['organizations'][number]['now'] & object;
type Project = ForecastChanges['projects'][number]['now'] & object;

function groupText(group: Group): string {
  return `${groupOutcomeLabel(group)} (${count(group.members)} joining; ${groupAccessText(group)})`;
}

function organizationText(organization: Organization): string {
  return `${organizationOutcomeLabel(organization)} (${count(organization.members)} joining)`;
}

function projectText(project: Project): string {
  return `${projectOutcomeLabel(project)} as ${project.nameThere} (${count(project.requests)} arriving)`;
}
