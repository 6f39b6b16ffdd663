import { useQuery } from '@tanstack/react-query';
import { auditLogQueries, downloadAuditLog } from '#src/client/audit-log.ts';
import { saveFile } from '#src/client/save-file.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { AuditEntry, Organization } from '#src/contract/wire.ts';
import { actorLabel, auditActions, auditChangeLabel, auditSubject } from '#src/ui/audit-words.ts';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useKnownRow } from '#src/ui/use-known-row.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { AuditToolbar } from './audit-toolbar.tsx';
import { ACTORS } from './actors.ts';
import { ChangePanel } from './change-panel.tsx';
import { useDayRange } from './use-day-range.ts';

const COLUMNS: readonly Column<AuditEntry>[] = [
  {
    id: 'change',
    heading: 'Change',
    isRowHeader: true,
    cell: (entry) => auditChangeLabel(entry),
  },
  { id: 'subject', heading: 'What', cell: (entry) => auditSubject(entry), width: '28%' },
  { id: 'actor', heading: 'Who', cell: ({ actor }) => actorLabel(actor), width: '10rem' },
  { id: 'site', heading: 'Site', cell: ({ site }) => site?.name ?? 'All', width: '8rem' },
  {
    id: 'when',
    heading: 'When',
    cell: ({ at }) => <Instant at={at} format="date-time" />,
    width: '13.5rem',
  },
];

/** Beside an open change there is room for less; the panel says the rest. */
const NARROW: readonly Column<AuditEntry>[] = [
  ...COLUMNS.filter(({ id }) => id === 'change' || id === 'subject'),
  {
    id: 'when',
    heading: 'When',
    cell: ({ at }) => <Instant at={at} format="relative" />,
    width: '9rem',
  },
];

/** The log as a list; a row opens its change. */
export function AuditList({ organization }: { readonly organization: Organization }) {
  const days = useDayRange();
  const list = useListParams({
    filters: {
      site: organization.sites.map(({ id }) => id),
      action: auditActions,
      actor: ACTORS,
    },
    hasSizes: true,
    openKey: 'change',
  });
  const { search, filters } = list;
  const narrowed = {
    search,
    ...(filters.site && { siteId: filters.site }),
    ...(filters.action && { action: filters.action }),
    ...(filters.actor && { actor: filters.actor }),
    ...days.question,
  };
  const changesAt = ({ offset, limit }: BlockPlace) =>
    auditLogQueries.list(organization.id, { ...narrowed, offset, limit });
  const query = useQuery(changesAt(list));
  const { row: open, know } = useKnownRow(list.openId, query.data?.items, ({ id }) => id);
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;

  return (
    <>
      <AuditToolbar
        list={list}
        days={days}
        sites={organization.sites}
        onExport={async (watch) =>
          saveFile(await downloadAuditLog(organization.id, narrowed, watch))
        }
      />
      <ListWithDetail
        detail={open && <ChangePanel key={open.id} entry={open} onClose={list.close} />}
      >
        <RecordTable
          caption={labels.auditLog}
          query={isBehindEnd ? { ...query, data: undefined } : query}
          columns={open ? NARROW : COLUMNS}
          rowKey={({ id }) => id}
          openKey={list.openId}
          onOpen={(entry) => {
            know(entry);
            list.open(entry.id);
          }}
          whole={wholeList(list.whole, changesAt)}
          isNarrowed={list.isNarrowed || days.from !== '' || days.to !== ''}
          onClear={days.clearAll}
          empty={
            <EmptyState
              title="Nothing has happened yet"
              description="Every change of the organization and its sites will be listed here."
            />
          }
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={query.data?.total ?? 0}
          onPage={list.setPage}
          sizing={list}
          noun={{ one: 'change', other: 'changes' }}
        />
      </ListWithDetail>
    </>
  );
}
