/* Who would lose access: everybody who could open requests before the run and not right after it. */
import { useQuery } from '@tanstack/react-query';
import { copyForecastQueries, downloadLosses } from '#src/client/copy-forecasts.ts';
import type { CopyLoss, CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint, Toolbar } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { DownloadButton } from './download-button.tsx';
import { losingText } from './forecast-verdict.tsx';
import styles from './forecast.module.css';
import { isMigration, wordsOf } from './flow-words.ts';
import { LOSS_WORDS } from './loss-words.ts';
import { LostRequests } from './lost-requests.tsx';
import { outcomeLabel } from './outcome-words.ts';
import { PlanSection } from './plan-section.tsx';

const columnsOf = (plan: CopyPlan): readonly Column<CopyLoss>[] => [
  {
    id: 'customer',
    heading: isMigration(plan) ? 'Person' : labels.customer,
    isRowHeader: true,
    width: '34%',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  { id: 'action', heading: 'What happens', cell: ({ action }) => outcomeLabel(action, plan) },
  {
    id: 'why',
    heading: 'Why',
    width: '32%',
    cell: ({ reasons }) => (
      <span className={styles['why']}>
        {reasons.map(({ reason }) => (
          <span key={reason}>{LOSS_WORDS[reason].why}</span>
        ))}
      </span>
    ),
  },
  {
    id: 'losing',
    heading: 'Requests lost',
    align: 'end',
    width: '9rem',
    cell: ({ losing }) => count(losing),
  },
];

/** The section of a saved plan. */
export function LossesSection({ plan }: { readonly plan: CopyPlan }) {
  const { people } = wordsOf(plan);
  const list = useListParams({ prefix: 'losing', pageSize: 10, openKey: 'losing' });
  const { search, offset, limit } = list;
  const losses = useQuery(copyForecastQueries.losses(plan.id, { search, offset, limit }));
  const { data } = losses;
  const open = data?.items.find(({ position }) => String(position) === list.openId);
  return (
    <PlanSection
      id="plan-losses"
      title="Who would lose access"
      isExtra
      actions={
        data && data.losing.people > 0 ? (
          <DownloadButton load={() => downloadLosses(plan.id)} of="Who would lose access">
            {labels.downloadCsv}
          </DownloadButton>
        ) : null
      }
    >
      {data && (
        <Hint>
          {`${losingText(data.losing, plan)} Counted are requests that somebody can open today, on ${plan.destination.name} or, if they arrive, on ${plan.source.name}, and cannot open on ${plan.destination.name} right after the run.`}
        </Hint>
      )}
      <ListWithDetail
        detail={
          open && (
            <LostRequests key={open.position} plan={plan} person={open} onClose={list.close} />
          )
        }
      >
        {data && (data.losing.people > list.pageSize || list.isNarrowed) && (
          <Toolbar>
            <SearchField
              label="Search who would lose access"
              placeholder="Search name or e-mail"
              value={list.searchText}
              onChange={list.setSearchText}
            />
          </Toolbar>
        )}
        <RecordTable
          caption="Who would lose access"
          query={losses}
          columns={columnsOf(plan)}
          rowKey={({ position }) => String(position)}
          onOpen={({ position }) => list.open(String(position))}
          openKey={list.openId}
          isNarrowed={list.isNarrowed || list.page > 1}
          onClear={list.clear}
          skeletonRows={3}
          empty={
            <EmptyState
              image="people"
              headingLevel={3}
              title="Nobody loses access"
              description={`Whatever ${isMigration(plan) ? 'a person of this migration' : 'a customer of this plan'} can open today, they can open right after the run.`}
            />
          }
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={data?.total ?? 0}
          onPage={list.setPage}
          noun={people}
          of={`${people.other} who would lose access`}
        />
      </ListWithDetail>
    </PlanSection>
  );
}
