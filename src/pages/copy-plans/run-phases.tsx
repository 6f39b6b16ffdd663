import type { CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Card } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { isMigration } from './flow-words.ts';
import styles from './run-phases.module.css';

type Phase = CopyPlan['phases'][number];

const PHASES: Readonly<Record<Phase['id'], string>> = {
  customers: 'Customers, with the groups that come along',
  projects: 'Service projects, with customer organizations and requests',
  report: 'Report',
};

const STATES: Readonly<Record<Phase['state'], { label: string; tone: LozengeTone }>> = {
  waiting: { label: 'Waiting', tone: 'default' },
  'under-way': { label: 'Under way', tone: 'inprogress' },
  done: { label: 'Done', tone: 'success' },
  'cut-off': { label: 'Not finished', tone: 'moved' },
};

/** A server has no customer organizations, and its users come before the data too. */
const OF_MIGRATION: typeof PHASES = {
  ...PHASES,
  customers: 'Users, groups and customers',
  projects: 'Service projects, with their requests',
};

/** The parts of a run in their order, with how far each has come. */
export function RunPhases({ plan }: { readonly plan: CopyPlan }) {
  const names = isMigration(plan) ? OF_MIGRATION : PHASES;
  return (
    <Card title="Phases">
      <ol className={styles['phases']} aria-label="Phases of the run">
        {plan.phases.map((phase) => (
          <li key={phase.id}>
            <span className={styles['head']}>
              <span>{names[phase.id]}</span>
              <Lozenge tone={STATES[phase.state].tone}>{STATES[phase.state].label}</Lozenge>
            </span>
            <ProgressBar
              label={`Progress of ${names[phase.id]}`}
              isLabelHidden
              value={phase.done / phase.total}
              tone={phase.state === 'done' ? 'success' : 'default'}
              detail={phase.id === 'report' ? undefined : doneOf(phase)}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function doneOf({ done, total }: Phase): string {
  return `${count(done)} of ${count(total)}`;
}
