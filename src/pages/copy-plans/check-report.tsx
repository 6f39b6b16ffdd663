import { useState } from 'react';
import { useCheckReport } from '#src/client/copy-plans.ts';
import type { Answer } from '#src/client/http.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { FileDrop } from '#src/ui/file-drop.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { ROWS } from './plan-words.ts';

type Checked = Answer<'copy-plans.check-report'>;
type CheckedRow = Checked['items'][number];

/** Loads a saved RequiresAttention.csv and shows what has become of its rows. */
export function CheckReport({ plan }: { readonly plan: CopyPlan }) {
  const checking = useCheckReport();
  const [fileName, setFileName] = useState('');

  function check([file]: readonly File[]) {
    if (!file) return;
    setFileName(file.name);
    checking.mutate({ planId: plan.id, file });
  }

  return (
    <Stack gap="200">
      <p>
        Load a RequiresAttention.csv that you saved earlier and see which of its rows are done by
        now. Nothing is changed.
      </p>
      <FileDrop
        isSingle
        label="Drop RequiresAttention.csv here"
        accept=".csv,text/csv"
        isBusy={checking.isPending}
        onFiles={check}
      />
      {checking.error ? <ProblemMessage error={checking.error} /> : null}
      {checking.data && (
        <CheckedRows key={checking.submittedAt} fileName={fileName} checked={checking.data} />
      )}
    </Stack>
  );
}

const PAGE_SIZE = 25;

type CheckedRowsProps = { readonly fileName: string; readonly checked: Checked };

function CheckedRows({ fileName, checked }: CheckedRowsProps) {
  const [state, setState] = useState<CheckedRow['state'] | undefined>(undefined);
  const [page, setPage] = useState(1);
  const matching = checked.items.filter((row) => state === undefined || row.state === state);
  const from = (page - 1) * PAGE_SIZE;
  const query = {
    data: { items: matching.slice(from, from + PAGE_SIZE) },
    error: null,
    refetch: () => undefined,
  };
  return (
    <section aria-label={`Rows of ${fileName}`}>
      <Stack gap="150">
        <Hint>{`${fileName}: ${count(checked.open)} open, ${count(checked.done)} done, ${count(checked.unknown)} not from this copy plan.`}</Hint>
        <StatTiles
          label="Rows of the file by state"
          items={[
            { id: 'open', label: STATES.open, count: checked.open, tone: 'attention' },
            { id: 'done', label: STATES.done, count: checked.done },
            { id: 'unknown', label: STATES.unknown, count: checked.unknown },
          ]}
          selected={state}
          onSelect={(id) => {
            setState(id);
            setPage(1);
          }}
        />
        <RecordTable
          caption={`Rows of ${fileName}`}
          query={query}
          columns={columns}
          rowKey={(row) => String(row.line)}
          isNarrowed={state !== undefined}
          onClear={() => setState(undefined)}
          empty={<Hint>The file has no rows: nothing required attention when it was saved.</Hint>}
        />
        <Pagination
          page={page}
          pageSize={PAGE_SIZE}
          total={matching.length}
          onPage={setPage}
          noun={ROWS}
        />
      </Stack>
    </section>
  );
}

const STATES: Readonly<Record<CheckedRow['state'], string>> = {
  open: 'Open',
  done: 'Done',
  unknown: 'Not from this plan',
};
const TONES = { open: 'moved', done: 'success', unknown: 'default' } as const;

const columns: readonly Column<CheckedRow>[] = [
  { id: 'line', heading: 'Line', width: '4rem', cell: ({ line }) => count(line) },
  {
    id: 'customer',
    heading: labels.customer,
    isRowHeader: true,
    cell: ({ name, email }) => <Person name={name} email={email} hasAvatar={false} />,
  },
  { id: 'problem', heading: labels.problem, cell: ({ problem }) => problem },
  { id: 'next', heading: labels.nextStep, cell: ({ nextStep }) => nextStep },
  {
    id: 'state',
    heading: 'By now',
    cell: ({ state }) => <Lozenge tone={TONES[state]}>{STATES[state]}</Lozenge>,
  },
];
