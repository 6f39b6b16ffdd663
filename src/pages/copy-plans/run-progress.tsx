import { useQuery } from '@tanstack/react-query';
import { workspaceQueries } from '#src/client/workspace.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { formatDuration } from '#src/ui/instant.tsx';
import { Card, VisuallyHidden } from '#src/ui/layout.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { isMigration, wordsOf } from './flow-words.ts';
import { PLAN_STATES, PROJECTS } from './plan-words.ts';

/** How far a run has come: first every customer, then every selected service project. */
export function RunProgress({ plan }: { readonly plan: CopyPlan }) {
  const { data: workspace } = useQuery(workspaceQueries.get());
  const isPaused = workspace?.clock.speed === 0;
  const phase = phaseOf(plan);
  return (
    <>
      {/* Announced when the phase changes, not with every customer. */}
      <VisuallyHidden>
        <output>{phase?.label ?? `${plan.name}: ${PLAN_STATES[plan.state].label}`}</output>
      </VisuallyHidden>
      {phase && plan.job && (
        <Card>
          <ProgressBar
            label={phase.label}
            value={plan.job.progress}
            detail={`${phase.detail} · ${formatDuration(plan.job.remainingMs)} of simulated time left`}
          />
          {isPaused && (
            <SectionMessage tone="simulator" title="Simulated time is paused">
              The run goes on when the clock in the simulator panel does.
            </SectionMessage>
          )}
        </Card>
      )}
    </>
  );
}

function phaseOf(plan: CopyPlan) {
  const { state, job, projects, destination } = plan;
  const ofServer = isMigration(plan);
  const { people } = wordsOf(plan);
  if (state !== 'running' || !job) return null;
  const customers = Math.max(0, job.total - projects.length);
  if (job.done < customers) {
    return {
      label: `${ofServer ? 'Migrating people' : 'Copying customers'} to ${destination.name}`,
      detail: `${count(job.done)} of ${countOf(customers, people)}`,
    };
  }
  const done = Math.max(0, job.done - customers);
  return {
    label: `${ofServer ? 'Migrating requests' : 'Copying requests and customer organizations'} to ${destination.name}`,
    detail: `${countOf(customers, people)} done, ${count(done)} of ${countOf(projects.length, PROJECTS)}`,
  };
}
