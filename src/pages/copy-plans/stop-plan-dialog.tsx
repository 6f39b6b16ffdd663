import { useStopCopyPlan } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Stack } from '#src/ui/layout.tsx';
import styles from './copy-plans.module.css';
import { isMigration, wordsOf } from './flow-words.ts';
import { missingText, PROJECTS } from './plan-words.ts';

type StopPlanDialogProps = {
  /** As it is now: the figures go on while somebody reads them. */
  readonly plan: CopyPlan;
  readonly onClose: () => void;
};

/** Asks before a run is stopped, with what is done and what would be left. */
export function StopPlanDialog({ plan, onClose }: StopPlanDialogProps) {
  const stopping = useStopCopyPlan();
  const flags = useFlags();
  const isRunning = plan.state === 'running';
  return (
    <ConfirmDialog
      title={`Stop “${plan.name}”?`}
      appearance="danger"
      confirmLabel="Stop the run"
      cancelLabel={isRunning ? 'Keep running' : 'Close'}
      isBusy={stopping.isPending}
      isConfirmDisabled={!isRunning}
      error={stopping.error}
      onClose={onClose}
      onConfirm={() =>
        stopping.mutate(plan.id, {
          onSuccess(stopped) {
            const missing = missingText(stopped);
            flags.show({
              tone: missing ? 'warning' : 'success',
              title: missing ? `${plan.name} was stopped` : `${plan.name} has finished`,
              description: missing
                ? `Missing: ${missing}.`
                : 'The last step was under way, so nothing is missing.',
            });
            onClose();
          },
        })
      }
    >
      {isRunning ? <WhatStays plan={plan} /> : <p>The run has ended: there is nothing to stop.</p>}
    </ConfirmDialog>
  );
}

function WhatStays({ plan }: { readonly plan: CopyPlan }) {
  const words = wordsOf(plan);
  const { done, current, left } = standOf(plan);
  return (
    <Stack gap="150">
      <ul className={styles['counts']}>
        {[
          { figure: done.customers, text: `of the ${words.people.other} are done` },
          ...(plan.projects.length > 0
            ? [{ figure: done.projects, text: 'of the service projects are done' }]
            : []),
          { figure: 1, text: `${current} is under way and is finished first` },
          ...(left.customers > 0
            ? [
                {
                  figure: left.customers,
                  text: `${wordOf(left.customers, words.people)} will not be ${words.done}`,
                },
              ]
            : []),
          ...(left.projects > 0
            ? [
                {
                  figure: left.projects,
                  text: `${wordOf(left.projects, PROJECTS)} will not be ${words.done}`,
                },
              ]
            : []),
        ].map(({ figure, text }) => (
          <li key={text}>
            <span className={styles['figure']}>{count(figure)}</span>
            {text}
          </li>
        ))}
      </ul>
      <p>
        {`A stopped run cannot be resumed. What was ${words.done} stays on ${plan.destination.name}, with its report. ${isMigration(plan) ? 'Another migration to the same site brings the rest.' : 'Another copy plan between the same sites copies the rest.'}`}
      </p>
    </Stack>
  );
}

/** What is done, what is under way, and what would be left when the run is stopped now. */
function standOf(plan: CopyPlan) {
  const { phases } = plan;
  const of = (id: 'customers' | 'projects') =>
    phases.find((phase) => phase.id === id) ?? { done: 0, total: 0 };
  const [customers, projects] = [of('customers'), of('projects')];
  const isAtCustomers = customers.done < customers.total;
  return {
    done: { customers: customers.done, projects: projects.done },
    current: isAtCustomers ? wordsOf(plan).people.one : 'service project',
    left: {
      customers: customers.total - customers.done - (isAtCustomers ? 1 : 0),
      projects: Math.max(0, projects.total - projects.done - (isAtCustomers ? 0 : 1)),
    },
  };
}

function wordOf(value: number, noun: { readonly one: string; readonly other: string }): string {
  return countOf(value, noun).replace(/^\S+ /, '');
}
