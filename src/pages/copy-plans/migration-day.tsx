/* How long migration day takes with and without people who came in advance (S4, "Reducing downtime by pre-migrating customers"). */
import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { planWizardPath } from '#src/ui/plan-path.ts';
import { PEOPLE } from './plan-words.ts';

type MigrationDayProps = { readonly plan: CopyPlan; readonly forecast: Forecast };

/** Nothing for a plan whose people cannot come in advance. */
export function MigrationDay({ plan, forecast }: MigrationDayProps) {
  const { migrationDay: day, durationMs } = forecast;
  if (!day) return null;
  const able = day.users + day.customers;
  const saved = day.withoutMs - durationMs;
  const more = durationMs - day.withMs;
  return (
    <Card title="Migration day" headingLevel={3}>
      <Stack gap="150">
        <DefinitionList
          items={[
            { term: 'With nobody in advance', value: exactly(day.withoutMs) },
            ...(day.already > 0 ? [{ term: 'As things are', value: exactly(durationMs) }] : []),
            ...(able > 0
              ? [{ term: 'With everybody in advance who can come', value: exactly(day.withMs) }]
              : []),
          ]}
        />
        {day.already > 0 && (
          <p>
            {`${countOf(day.already, PEOPLE)} came with an earlier run and ${day.already === 1 ? 'is' : 'are'} not migrated again: ${exactly(saved)} saved.`}
          </p>
        )}
        {able > 0 ? (
          <>
            <p>{`Migrating ${whom(day)} in advance saves ${day.already > 0 ? 'another ' : ''}${exactly(more)} on that day.`}</p>
            <div>
              <LinkButton
                to={planWizardPath(
                  { serverId: plan.source.id },
                  {
                    flow: 'in-advance',
                    destination: plan.destination.id,
                    customers: day.customers > 0 ? 'all' : 'none',
                  },
                )}
              >
                {labels.migrateInAdvance}
              </LinkButton>
            </div>
          </>
        ) : (
          <p>Everybody who can come in advance has come.</p>
        )}
      </Stack>
    </Card>
  );
}

function whom({ users, customers }: NonNullable<Forecast['migrationDay']>): string {
  return listOf([
    ...(customers > 0 ? [`${count(customers)} ${customers === 1 ? 'customer' : 'customers'}`] : []),
    ...(users > 0 ? [`${count(users)} ${users === 1 ? 'user' : 'users'}`] : []),
  ]);
}

/** Half a second a person is below what "about 3 minutes" would show. */
function exactly(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const parts = [
    ...(seconds >= 60 ? [countOf(Math.floor(seconds / 60), MINUTES)] : []),
    ...(seconds % 60 > 0 || seconds === 0 ? [countOf(seconds % 60, SECONDS)] : []),
  ];
  return parts.join(' ');
}

const MINUTES = { one: 'minute', other: 'minutes' };
const SECONDS = { one: 'second', other: 'seconds' };
