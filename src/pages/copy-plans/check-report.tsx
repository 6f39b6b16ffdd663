import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { copyAfterwardsQueries } from '#src/client/copy-afterwards.ts';
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
import { AfterwardsButtons } from './afterwards-buttons.tsx';
import { wordsOf } from './flow-words.ts';
import { ROWS } from './plan-words.ts';

type Checked = Answer<'copy-plans.check-report'>;
type CheckedRow = Checked['items'][number];

type Loaded = { readonly file: File; readonly number: number; readonly checked: Checked };

/** Loads a saved RequiresAttention.csv, shows what has become of its rows, and works off the open ones. */
export function CheckReport({ plan }: { readonly plan: CopyPlan }) {
  const checking = useCheckReport();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const rows = rowsOf(loaded?.checked);
  const left = useQuery({
    ...copyAfterwardsQueries.summary(plan.id, rows),
    enabled: rows.length > 0,
  });

  function check(file: File | undefined) {
    if (!file) return;
    const onSuccess = (checked: Checked) =>
      setLoaded((before) => {
        const number = before?.number ?? 0;
        return { file, checked, number: before?.file === file ? number : number + 1 };
      });
    checking.mutate({ planId: plan.id, file }, { onSuccess });
  }

  const progress = `${plan.attention?.open} ${left.data?.job?.done}`;
  const seen = useRef(progress);
  useEffect(() => {
    if (seen.current === progress) return;
    seen.current = progress;
    check(loaded?.file);
    // oxlint-disable-next-line react/exhaustive-deps -- reads the file again whenever rows were done
  }, [progress]);

  return (
    <Stack gap="200">
      <p>
        Load a RequiresAttention.csv that you saved earlier, see which of its rows are done by now,
        and work off those that are still open. Loading it changes nothing.
      </p>
      <FileDrop
        isSingle
        label="Drop RequiresAttention.csv here"
        accept=".csv,text/csv"
        isBusy={checking.isPending && !loaded}
        onFiles={([file]) => check(file)}
      />
      {checking.error ? <ProblemMessage error={checking.error} /> : null}
      {loaded && !checking.error && (
        <>
          {loaded.checked.open > 0 && <AfterwardsButtons plan={plan} rows={rows} />}
          <CheckedRows
            key={loaded.number}
            plan={plan}
            fileName={loaded.file.name}
            checked={loaded.checked}
          />
        </>
      )}
    </Stack>
  );
}

/** The rows of the file that are from this plan: the same as long as the file is. */
function rowsOf(checked: Checked | undefined) {
  return (checked?.items ?? []).flatMap(({ email, kind }) =>
    kind === null ? [] : [{ email, problem: kind }],
  );
}

const PAGE_SIZE = 25;

type CheckedRowsProps = {
  readonly plan: CopyPlan;
  readonly fileName: string;
  readonly checked: Checked;
};

function CheckedRows({ plan, fileName, checked }: CheckedRowsProps) {
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
        <Hint>{`${fileName}: ${count(checked.open)} open, ${count(checked.done)} done, ${count(checked.unknown)} not from this ${wordsOf(plan).plan}.`}</Hint>
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
          of={`rows of ${fileName}`}
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
