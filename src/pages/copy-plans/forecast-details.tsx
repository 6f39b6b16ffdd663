/* What becomes of everything that the plan carries: customers, groups, customer organizations, projects. */
import type { ReactNode } from 'react';
import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Tabs } from '#src/ui/tabs.tsx';
import { isMigration, wordsOf } from './flow-words.ts';
import { ForecastGroups } from './forecast-groups.tsx';
import { ForecastOrganizations, ForecastProjects } from './forecast-places.tsx';
import { customersOf } from './forecast-summary.tsx';
import { PlanSection } from './plan-section.tsx';

/** The tabs of the section; the first one is open at first. */
export const DETAIL_TABS = ['customers', 'groups', 'organizations', 'projects'] as const;

type DetailTab = (typeof DETAIL_TABS)[number];

type ForecastDetailsProps = {
  readonly plan: CopyPlan;
  readonly forecast: Forecast;
  readonly tab: DetailTab;
  readonly onSelect: (tab: DetailTab) => void;
  /** The list of customers. */
  readonly children: ReactNode;
};

/** One tab for each kind of record, with how many there are. */
export function ForecastDetails({ plan, forecast, tab, onSelect, children }: ForecastDetailsProps) {
  const { groups, organizations, projects } = forecast;
  return (
    <PlanSection id="plan-details" title="What happens to each record">
      <Tabs
        label="What happens to each record"
        selected={tab}
        onSelect={onSelect}
        items={[
          { id: 'customers', label: wordsOf(plan).People, count: customersOf(forecast) },
          { id: 'groups', label: labels.groups, count: groups.length },
          // A server has no customer organizations.
          ...(isMigration(plan)
            ? []
            : ([
                {
                  id: 'organizations',
                  label: 'Customer organizations',
                  count: organizations.length,
                },
              ] as const)),
          { id: 'projects', label: 'Service projects', count: projects.length },
        ]}
      >
        {tab === 'customers' && children}
        {tab === 'groups' && <ForecastGroups groups={groups} plan={plan} />}
        {tab === 'organizations' && !isMigration(plan) && (
          <ForecastOrganizations organizations={organizations} plan={plan} />
        )}
        {tab === 'projects' && <ForecastProjects projects={projects} plan={plan} />}
      </Tabs>
    </PlanSection>
  );
}
