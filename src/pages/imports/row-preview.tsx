/* Every row of an import with what writing it would do, or did, and what is wrong with it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { importQueries } from '#src/client/imports.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { ImportRow, ImportSession } from '#src/contract/wire.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { count } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Card, Toolbar } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { RowFindings } from './row-findings.tsx';
import { RowPerson } from './row-person.tsx';
import styles from './row-preview.module.css';

const ROWS = { one: 'row', other: 'rows' };

type Outcome = ImportRow['outcome'];

const OUTCOMES: Readonly<Record<Outcome, { readonly label: string; readonly tone: LozengeTone }>> =
  {
    new: { label: 'New', tone: 'new' },
    updated: { label: 'Updated', tone: 'inprogress' },
    unchanged: { label: 'Unchanged', tone: 'default' },
    refused: { label: 'Refused', tone: 'removed' },
  };

const FILTERS = {
  outcome: ['new', 'updated', 'unchanged', 'refused'],
  rows: ['remarkable'],
} as const;

type RowPreviewProps = {
  readonly session: ImportSession;
  /** Stands between the counts and the rows: the step that they lead up to. */
  readonly step?: ReactNode;
};

/** Counts per outcome, which filter, over the rows themselves. */
export function RowPreview({ session, step }: RowPreviewProps) {
  const list = useListParams({ filters: FILTERS, pageSize: 50, hasSizes: true });
  const { outcome, rows } = list.filters;
  const rowsAt = ({ offset, limit }: BlockPlace) =>
    importQueries.rows(session.id, {
      ...(outcome && { outcome }),
      ...(rows && { withFindings: 'true' }),
      offset,
      limit,
    });
  const query = useQuery(rowsAt(list));
  useExistingPage(list, query.data?.total);
  const isOpen = session.state === 'open';

  return (
    <Card title={isOpen ? 'What would happen' : 'What happened'}>
      <StatTiles
        label="Rows by outcome"
        items={FILTERS.outcome.map((id) => ({
          id,
          label: OUTCOMES[id].label,
          count: session.counts[id],
          tone: id === 'refused' ? 'refused' : 'default',
        }))}
        selected={outcome}
        onSelect={(id) => list.setFilter('outcome', id)}
      />
      {step}
      <div>
        <Toolbar>
          <Checkbox
            label="Only rows with a problem or a warning"
            isChecked={rows === 'remarkable'}
            onChange={(isChecked) => list.setFilter('rows', isChecked ? 'remarkable' : undefined)}
          />
        </Toolbar>
        <RecordTable
          caption="Rows of the files"
          query={query}
          columns={columnsFor(session)}
          rowKey={({ fileNumber, line }) => `${fileNumber}:${line}`}
          whole={wholeList(list.whole, rowsAt)}
          isNarrowed={list.isNarrowed}
          onClear={list.clear}
          empty={
            <EmptyState
              image="files"
              headingLevel={3}
              title="No rows yet"
              description="None of the files holds a row that can be read."
            />
          }
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={query.data?.total ?? 0}
          noun={ROWS}
          onPage={list.setPage}
          sizing={list}
        />
      </div>
    </Card>
  );
}

function columnsFor({ files, place }: ImportSession): readonly Column<ImportRow>[] {
  const fileOf = ({ fileNumber }: ImportRow) => files.find(({ number }) => number === fileNumber);
  return [
    {
      id: 'place',
      heading: 'Row',
      isRowHeader: true,
      width: '18%',
      cell: (row) => (
        <span className={styles['place']}>
          <span>{`Line ${count(row.line)}`}</span>
          {files.length > 1 && <bdi className={styles['fileName']}>{row.fileName}</bdi>}
        </span>
      ),
    },
    {
      id: 'person',
      heading: place === 'server' ? 'User' : 'Person',
      width: '30%',
      cell: (row) => <RowPerson row={row} file={fileOf(row)} />,
    },
    {
      id: 'outcome',
      heading: 'Outcome',
      width: '12%',
      cell: ({ outcome }) => (
        <Lozenge tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].label}</Lozenge>
      ),
    },
    {
      id: 'findings',
      heading: 'Problems and warnings',
      cell: (row) => <RowFindings row={row} file={fileOf(row)} place={place} />,
    },
  ];
}
