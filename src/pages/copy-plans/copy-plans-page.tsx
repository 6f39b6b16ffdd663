import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { directoryQueries } from '#src/client/directory.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { DeletePlanDialog } from './delete-plan-dialog.tsx';
import { NoPlans } from './no-plans.tsx';
import { PlanActions } from './plan-actions.tsx';
import { planColumns } from './plan-columns.tsx';
import { PLAN_STATES } from './plan-words.ts';
import { StopPlanDialog } from './stop-plan-dialog.tsx';

const STATES = ['saved', 'running', 'finished', 'stopped', 'incomplete'] as const;
const PAGE_SIZE = 25;

/** The copy plans from or to the sites of an organization. */
export function CopyPlansPage() {
  const { organizationId = '' } = useParams();
  const list = useListParams({ filters: { state: STATES }, pageSize: PAGE_SIZE });
  const organization = useQuery(directoryQueries.organization(organizationId));
  const plans = useQuery(copyPlanQueries.list(organizationId));
  const [deleting, setDeleting] = useState<CopyPlan | null>(null);
  const [stoppingId, setStoppingId] = useState<string | null>(null);
  const [deletions, setDeletions] = useState(0);
  const root = useRef<HTMLDivElement>(null);

  // The menu that asked for the deletion is gone with its row: the focus goes on at the heading.
  useEffect(() => {
    if (deletions > 0) root.current?.querySelector('h1')?.focus();
  }, [deletions]);

  // An organization has a handful of plans, so the backend answers all of them.
  const matching = plans.data?.items.filter(
    ({ name, state }) =>
      name.toLowerCase().includes(list.search.trim().toLowerCase()) &&
      (list.filters.state === undefined || list.filters.state === state),
  );
  const stopping = plans.data?.items.find(({ id }) => id === stoppingId);
  const page = matching?.slice(list.offset, list.offset + list.limit);
  const isEmpty = plans.data?.total === 0;
  const mayCreate = organization.data?.actions.manageCopyPlans;
  const createPath = pathTo('copy-plan-new', { organizationId });

  function actionsOf(plan: CopyPlan) {
    return (
      <PlanActions
        plan={plan}
        organizationId={organizationId}
        onDelete={() => setDeleting(plan)}
        onStop={() => setStoppingId(plan.id)}
      />
    );
  }

  return (
    <div ref={root}>
      <CopyPlansFrame
        place={{ organizationId }}
        title={labels.copyProductData}
        description="Copy users and customers, with the requests of the service projects you select, from one site to another."
        actions={
          !isEmpty &&
          mayCreate &&
          (mayCreate.allowed ? (
            <LinkButton appearance="primary" to={createPath}>
              {labels.createCopyPlan}
            </LinkButton>
          ) : (
            <Button appearance="primary" isDisabled reason={whyNot(mayCreate)}>
              {labels.createCopyPlan}
            </Button>
          ))
        }
      >
        {plans.data && !isEmpty && (
          <ListToolbar
            list={list}
            searchLabel="Search copy plans"
            filter={{
              label: labels.status,
              all: 'All statuses',
              values: STATES,
              labelOf: (state) => PLAN_STATES[state].label,
              value: list.filters.state,
              onChange: (state) => list.setFilter('state', state),
            }}
          />
        )}
        <RecordTable
          caption="Copy plans"
          query={{ ...plans, data: page && { items: page } }}
          columns={planColumns}
          rowKey={(plan) => plan.id}
          isNarrowed={list.isNarrowed || list.page > 1}
          onClear={list.clear}
          empty={<NoPlans createPath={createPath} />}
          rowActions={actionsOf}
          skeletonRows={3}
        />
        <Pagination
          page={list.page}
          pageSize={PAGE_SIZE}
          total={matching?.length ?? 0}
          onPage={list.setPage}
          noun={{ one: 'copy plan', other: 'copy plans' }}
        />
        {stopping && <StopPlanDialog plan={stopping} onClose={() => setStoppingId(null)} />}
        {deleting && (
          <DeletePlanDialog
            plan={plans.data?.items.find(({ id }) => id === deleting.id) ?? deleting}
            onClose={() => setDeleting(null)}
            onDeleted={() => setDeletions(deletions + 1)}
          />
        )}
      </CopyPlansFrame>
    </div>
  );
}
