/* How many customers are chosen, and the steps for all of them at once. */
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { BulkSelection, BulkStep } from '#src/client/bulk.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import type { Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { count as inWords, countOf } from '#src/ui/count.ts';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { LatePart } from '#src/ui/late-part.tsx';
import { prefetch } from '#src/ui/missing-code.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import type { Selection } from '#src/ui/use-selection.ts';
import styles from './bulk-bar.module.css';
import { BULK_STEP_NAMES, BULK_WORDS, bulkPermission, CUSTOMERS } from './bulk-words.ts';
import type { CustomerListParams } from './customer-list-query.ts';

const REAL = BULK_STEP_NAMES.filter((step) => !BULK_WORDS[step].isExtra);
const EXTRAS = BULK_STEP_NAMES.filter((step) => BULK_WORDS[step].isExtra);

const loadDialog = () => import('./bulk-dialog.tsx');
const BulkDialog = lazy(async () => ({ default: (await loadDialog()).BulkDialog }));

type BulkBarProps = {
  readonly site: Site;
  readonly list: CustomerListParams;
  readonly selection: Selection;
  readonly total: number;
  /** How many are chosen. */
  readonly count: number;
  /** A bulk step began. */
  readonly onStarted: (jobId: string) => void;
};

/** Stays in sight while one pages through the list. */
export function BulkBar({ site, list, selection, total, count, onStarted }: BulkBarProps) {
  const { data: workspace } = useQuery(workspaceQueries.get());
  const [asked, setAsked] = useState<Asked | null>(null);
  const isStrict = workspace?.strict ?? false;

  function ask(step: BulkStep) {
    setAsked({ step, count, selection: wireOf(selection, list) });
  }

  return (
    <section
      className={styles['bar']}
      aria-label="Selected customers"
      onPointerEnter={() => {
        prefetchDialog();
        prefetch(loadDialog);
      }}
    >
      <div className={styles['count']}>
        <output className={styles['number']}>
          {selection.isAll
            ? `All ${countOf(count, CUSTOMERS)} that match selected`
            : `${countOf(count, CUSTOMERS)} selected`}
        </output>
        {!selection.isAll && total > count && (
          <Button appearance="link" onPress={selection.selectAll}>
            {`Select all ${inWords(total)} that match`}
          </Button>
        )}
        <Button appearance="link" onPress={selection.clear}>
          Clear selection
        </Button>
        {!isStrict && count > REAL_LIMIT && (
          <span className={styles['count']}>
            {`More than ${inWords(REAL_LIMIT)} at once`}
            <SimulatorMark />
          </span>
        )}
      </div>
      <div className={styles['steps']}>
        {REAL.map(button)}
        <div className={styles['extras']}>
          {EXTRAS.map(button)}
          <SimulatorMark />
        </div>
      </div>
      {asked && (
        <LatePart>
          <BulkDialog
            site={site}
            step={asked.step}
            count={asked.count}
            selection={asked.selection}
            onClose={() => setAsked(null)}
            onOver={selection.clear}
            onStarted={onStarted}
          />
        </LatePart>
      )}
    </section>
  );

  function button(step: BulkStep) {
    const reason = whyNotStep(site, step, count, isStrict);
    return (
      <Button
        key={step}
        isDisabled={reason !== undefined}
        {...(reason !== undefined && { reason })}
        onPress={() => ask(step)}
      >
        {BULK_WORDS[step].label}
      </Button>
    );
  }
}

/** What the dialog is for: the number is that of the moment when it was asked for. */
type Asked = {
  readonly step: BulkStep;
  readonly count: number;
  readonly selection: BulkSelection;
};

/** Of the real product (domain.md 3.1, BULK); the backend refuses more in strict mode. */
const REAL_LIMIT = 1_000;

function whyNotStep(
  site: Site,
  step: BulkStep,
  count: number,
  isStrict: boolean,
): string | undefined {
  const missing = whyNot(bulkPermission(site, step));
  if (missing || !isStrict) return missing;
  if (BULK_WORDS[step].isExtra) return 'Strict mode: the real product has this one by one only';
  return count > REAL_LIMIT
    ? `Strict mode: at most ${inWords(REAL_LIMIT)} customers at once`
    : undefined;
}

function wireOf({ isAll, keys }: Selection, list: CustomerListParams): BulkSelection {
  if (!isAll) return { by: 'ids', ids: [...keys] };
  return { by: 'filter', search: list.search, state: list.filters.state ?? null };
}
