/* Checks before a run: Check for Conflicts of a copy, pre-migration checks of a server plan. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { downloadCheck } from '#src/client/copy-checks.ts';
import { useRunChecks } from '#src/client/server-tasks.ts';
import type { CopyChecks, CopyPlan } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import type { PlanPlace } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CheckItem } from './check-item.tsx';
import { ConflictRows, PlainRows, type Conflict } from './check-rows.tsx';
import { CHECK_IDS, checkWords, type CheckId } from './check-words.ts';
import { ChecksGroups } from './checks-groups.tsx';
import styles from './checks.module.css';
import { RemoveConflictDialog, RenameConflictDialog } from './conflict-dialogs.tsx';
import { DownloadButton } from './download-button.tsx';
import { editPath } from './plan-draft.ts';

type ChecksPanelProps = {
  readonly plan: CopyPlan;
  readonly place: PlanPlace;
  readonly query: UseQueryResult<CopyChecks>;
  /** Fingerprint of the forecast on screen. */
  readonly fingerprint: string;
  /** Looks at the forecast anew. */
  readonly onRefresh: () => void;
};

type Remedy = { readonly kind: 'rename' | 'remove'; readonly conflict: Conflict };

/** The checks with their results, worst first by their order, each to be opened for its rows. */
export function ChecksPanel({ plan, place, query, fingerprint, onRefresh }: ChecksPanelProps) {
  const [remedy, setRemedy] = useState<Remedy | null>(null);
  const [remedied, setRemedied] = useState(0);
  const running = useRunChecks();
  const head = useRef<HTMLDivElement>(null);
  const { data, error } = query;
  const isServer = plan.flow !== 'copy';

  // The row that offered the remedy goes away with its conflict: the focus goes on at the heading.
  useEffect(() => {
    if (remedied > 0) head.current?.focus();
  }, [remedied]);

  function done() {
    setRemedy(null);
    setRemedied((times) => times + 1);
  }

  function rowsOf(id: CheckId, { checks }: CopyChecks) {
    if (id !== 'customer-organizations') return <PlainRows id={id} checks={checks} />;
    return (
      <ConflictRows
        rows={checks[id].rows}
        onRename={(conflict) => setRemedy({ kind: 'rename', conflict })}
        onRemove={(conflict) => setRemedy({ kind: 'remove', conflict })}
      />
    );
  }

  function stepsOf(id: CheckId, { checks }: CopyChecks) {
    if (checks[id].total === 0) return null;
    if (id === 'data-changed') {
      return (
        <Button appearance="link" onPress={onRefresh}>
          Load the new forecast
        </Button>
      );
    }
    return (
      <>
        {id === 'customer-organizations' && (
          <LinkButton appearance="link" to={editPath(place, plan.id, 'projects')}>
            Change the selection
          </LinkButton>
        )}
        <DownloadButton
          appearance="link"
          of={checkWords(id, checks, plan).title}
          load={() => downloadCheck(plan.id, id, fingerprint)}
        >
          {labels.downloadCsv}
        </DownloadButton>
      </>
    );
  }

  return (
    <Stack gap="200">
      <div ref={head} tabIndex={-1}>
        <Inline justify="between">
          <SectionHeading>
            {isServer ? labels.preMigrationChecks : labels.checkForConflicts}
          </SectionHeading>
          <Button
            iconBefore="refresh"
            isBusy={query.isFetching || running.isPending}
            onPress={() => (isServer ? running.mutate(plan.id) : void query.refetch())}
          >
            {isServer ? 'Run checks again' : 'Check again'}
          </Button>
        </Inline>
      </div>
      {running.error ? <ProblemMessage error={running.error} /> : null}
      {error && !data ? <ProblemMessage error={error} retry={query.refetch} /> : null}
      {!data && !error && <SkeletonLines count={6} />}
      {data && (
        <>
          <div aria-live="polite">
            <Hint>{summaryOf(data)}</Hint>
          </div>
          {data.server && <Hint>{KEEPING}</Hint>}
          {data.server ? (
            <ChecksGroups
              plan={plan}
              place={place}
              data={data}
              fingerprint={fingerprint}
              onRefresh={onRefresh}
            />
          ) : (
            <ul className={styles['checks']} aria-label="Checks">
              {CHECK_IDS.map((id) => {
                const { result, rows, total } = data.checks[id];
                return (
                  <CheckItem
                    key={id}
                    {...checkWords(id, data.checks, plan)}
                    result={result}
                    total={id === 'data-changed' ? 0 : total}
                    shown={rows.length}
                    steps={stepsOf(id, data)}
                  >
                    {rowsOf(id, data)}
                  </CheckItem>
                );
              })}
            </ul>
          )}
        </>
      )}
      {remedy?.kind === 'rename' && (
        <RenameConflictDialog
          plan={plan}
          conflict={remedy.conflict}
          onDone={done}
          onClose={() => setRemedy(null)}
        />
      )}
      {remedy?.kind === 'remove' && (
        <RemoveConflictDialog
          plan={plan}
          conflict={remedy.conflict}
          onDone={done}
          onClose={() => setRemedy(null)}
        />
      )}
    </Stack>
  );
}

const KEEPING =
  'Running the checks keeps each pass for 30 simulated days, or until the plan or the fixes change. Whatever did not pass is looked at again each time.';

function summaryOf({ errors, warnings }: CopyChecks): string {
  const warned = countOf(warnings, { one: 'warning', other: 'warnings' });
  if (errors > 0) {
    return `${countOf(errors, { one: 'error blocks', other: 'errors block' })} the run, ${warned}.`;
  }
  return warnings > 0 ? `Nothing blocks the run, ${warned}.` : 'Nothing blocks the run.';
}
