import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { ForecastAttention } from './forecast-attention.tsx';
import styles from './forecast.module.css';
import { isMigration } from './flow-words.ts';
import { kindsOf } from './people-kinds.ts';
import { REQUESTS } from './plan-words.ts';

type ForecastSummaryProps = {
  readonly plan: CopyPlan;
  readonly forecast: Forecast;
};

/** How many people there are in the scope of a plan. */
export function customersOf({ counts }: Pick<Forecast, 'counts'>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}

/** What a run would bring, how long it would take, what it would cost, and what it would leave to do. */
export function ForecastSummary({ plan, forecast }: ForecastSummaryProps) {
  return (
    <div className={styles['cards']}>
      <Card title="The run" headingLevel={3}>
        <DefinitionList
          items={[
            ...peopleOf(plan, forecast),
            {
              term: 'Requests arriving',
              value:
                plan.projects.length === 0
                  ? 'None: no service project is selected'
                  : countOf(forecast.requests, REQUESTS),
            },
            {
              term: 'Takes',
              value: `About ${formatDuration(forecast.durationMs)} of simulated time`,
            },
            {
              term: 'E-mails',
              value: `None: ${isMigration(plan) ? 'nobody is' : 'customers are not'} notified`,
            },
          ]}
        />
      </Card>
      <Card title={`Licences on ${plan.destination.name}`} headingLevel={3}>
        <Licences licences={forecast.licences} />
      </Card>
      <Card title="Requires attention afterwards" headingLevel={3}>
        <ForecastAttention plan={plan} forecast={forecast} />
      </Card>
    </div>
  );
}

/** A migration takes users and customers, which S4 counts apart. */
function peopleOf(plan: CopyPlan, forecast: Forecast) {
  if (!isMigration(plan)) return [{ term: 'Customers', value: count(customersOf(forecast)) }];
  return kindsOf(forecast.flow).map(({ label, total }) => ({ term: label, value: count(total) }));
}

/** What the run and the approvals after it would take of the destination's licences. */
function Licences({ licences }: Pick<Forecast, 'licences'>) {
  const { used, limit, atOnce, afterApproval } = licences;
  return (
    <DefinitionList
      items={[
        { term: 'In use now', value: count(used) },
        { term: 'Taken at once', value: count(atOnce) },
        { term: 'After approvals', value: `${count(afterApproval)} more` },
        {
          term: 'Limit',
          value:
            limit === null ? 'None: a paid plan bills what it takes' : `${count(limit)}, Free plan`,
        },
      ]}
    />
  );
}
