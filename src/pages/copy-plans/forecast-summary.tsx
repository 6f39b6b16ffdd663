import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { ForecastAttention } from './forecast-attention.tsx';
import { ForecastGroups } from './forecast-groups.tsx';
import styles from './copy-plans.module.css';
import { REQUESTS } from './plan-words.ts';

type ForecastSummaryProps = {
  readonly plan: CopyPlan;
  readonly forecast: Forecast;
};

/** How many customers there are in the scope of a plan. */
export function customersOf({ counts }: Pick<Forecast, 'counts'>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}

/** What a run would bring, how long it would take, and what it would leave to do. */
export function ForecastSummary({ plan, forecast }: ForecastSummaryProps) {
  const joined = forecast.groups.filter(({ joinsExisting }) => joinsExisting);
  return (
    <>
      <div className={styles['cards']}>
        <Card title="The run" headingLevel={3}>
          <DefinitionList
            items={[
              { term: 'Customers', value: count(customersOf(forecast)) },
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
              { term: 'E-mails', value: 'None: customers are not notified' },
            ]}
          />
        </Card>
        <Card title="Requires attention afterwards" headingLevel={3}>
          <ForecastAttention forecast={forecast} />
        </Card>
      </div>
      {joined.length > 0 && (
        <SectionMessage
          tone="warning"
          title={`${countOf(joined.length, { one: 'source group joins', other: 'source groups join' })} a group of the same name on ${plan.destination.name}`}
        >
          {`Members of ${listOf(joined.map(({ name }) => name))} get that group’s access at once, without a review. Rename the group on one of the sites first if they must not.`}
        </SectionMessage>
      )}
      {forecast.groups.length > 0 && <ForecastGroups groups={forecast.groups} />}
    </>
  );
}
