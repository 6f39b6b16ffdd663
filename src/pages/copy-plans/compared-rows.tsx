/* What a forecast hit, missed and invented, row by row. */
import { useState } from 'react';
import type { Answer } from '#src/client/http.ts';
import { count, countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { problemLabel } from './attention-words.ts';
import { ROWS } from './plan-words.ts';

type Comparison = Answer<'copy-plans.compare-report'>;
type Row = Comparison['items'][number];
type Verdict = Row['verdict'];

const PAGE_SIZE = 25;

type ComparedRowsProps = { readonly fileName: string; readonly comparison: Comparison };

/** Tiles that count and filter, and the rows below them. */
export function ComparedRows({ fileName, comparison }: ComparedRowsProps) {
  const [verdict, setVerdict] = useState<Verdict | undefined>(undefined);
  const [page, setPage] = useState(1);
  const matching = comparison.items.filter(
    (row) => verdict === undefined || row.verdict === verdict,
  );
  const from = (page - 1) * PAGE_SIZE;
  const query = {
    data: { items: matching.slice(from, from + PAGE_SIZE) },
    error: null,
    refetch: () => undefined,
  };

  function show(chosen: Verdict | undefined) {
    setVerdict(chosen);
    setPage(1);
  }

  return (
    <section aria-label={`Forecast beside ${fileName}`}>
      <Stack gap="150">
        <output>{summary(fileName, comparison)}</output>
        {notCompared(comparison) && <Hint>{notCompared(comparison)}</Hint>}
        <StatTiles
          label="Rows by result"
          items={VERDICTS.map((id) => ({
            id,
            label: WORDS[id].label,
            count: comparison.counts[id],
            tone: id === 'hit' ? 'default' : 'attention',
          }))}
          selected={verdict}
          onSelect={show}
        />
        <RecordTable
          caption={`Forecast beside ${fileName}`}
          query={query}
          columns={columns}
          rowKey={(row) => `${row.reported?.line ?? row.forecast} ${row.email}`}
          isNarrowed={verdict !== undefined}
          onClear={() => show(undefined)}
          empty={<Hint>Nothing was forecast to require attention, and the file has no rows.</Hint>}
        />
        <Pagination
          page={page}
          pageSize={PAGE_SIZE}
          total={matching.length}
          onPage={setPage}
          noun={ROWS}
          of={`rows beside ${fileName}`}
        />
      </Stack>
    </section>
  );
}

const WORDS: Readonly<Record<Verdict, { readonly label: string; readonly tone: LozengeTone }>> = {
  hit: { label: 'Hit', tone: 'success' },
  differs: { label: 'Other problem', tone: 'moved' },
  missed: { label: 'Missed', tone: 'removed' },
  invented: { label: 'Invented', tone: 'default' },
};

const VERDICTS: readonly Verdict[] = ['hit', 'differs', 'missed', 'invented'];

function summary(fileName: string, { counts, items }: Comparison): string {
  const { hit, differs, missed, invented } = counts;
  if (items.length > 0 && hit === items.length) {
    return `${fileName}: the forecast hit ${hit === 1 ? 'its one row' : `all ${countOf(hit, ROWS)}`} and invented none.`;
  }
  return `${fileName}: the forecast hit ${count(hit)} of ${countOf(hit + differs + missed, ROWS)}, named another problem in ${count(differs)}, missed ${count(missed)} and invented ${count(invented)}.`;
}

/** Rows of the file that stand in no result. */
function notCompared({ repeated, withoutEmail }: Comparison): string {
  return [
    ...(repeated > 0 ? [`${countOf(repeated, ROWS)} repeated, counted once.`] : []),
    ...(withoutEmail > 0
      ? [`${countOf(withoutEmail, ROWS)} without an e-mail address, not compared.`]
      : []),
  ].join(' ');
}

const columns: readonly Column<Row>[] = [
  {
    id: 'customer',
    heading: labels.customer,
    isRowHeader: true,
    width: '30%',
    cell: ({ name, email }) => <Person name={name} email={email} hasAvatar={false} />,
  },
  {
    id: 'verdict',
    heading: 'Result',
    cell: ({ verdict }) => <Lozenge tone={WORDS[verdict].tone}>{WORDS[verdict].label}</Lozenge>,
  },
  {
    id: 'forecast',
    heading: 'Forecast',
    cell: ({ forecast }) => (forecast ? problemLabel(forecast) : 'Not forecast'),
  },
  {
    id: 'reported',
    heading: 'In the file',
    cell: ({ reported }) => (reported ? <Reported reported={reported} /> : 'Not in the file'),
  },
  {
    id: 'line',
    heading: 'Line',
    width: '4rem',
    align: 'end',
    cell: ({ reported }) => (reported ? count(reported.line) : null),
  },
];

/** The known problem, or the file's own words beside what Drydock makes of them. */
function Reported({ reported }: { readonly reported: NonNullable<Row['reported']> }) {
  const { problem, words } = reported;
  if (problem) return problemLabel(problem);
  return words === '' ? 'Unknown problem' : `Unknown problem: ${words}`;
}
