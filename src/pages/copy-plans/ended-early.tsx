/* A run that was stopped or met a fault: what is missing, and the way to it. */
import { Link } from 'react-router-dom';
import type { CopyPlan } from '#src/contract/wire.ts';
import { planWizardPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { wordsOf } from './flow-words.ts';
import { draftOf, draftParams } from './plan-draft.ts';
import { missingText } from './plan-words.ts';

type EndedEarlyProps = {
  readonly plan: CopyPlan;
  readonly place: PlanPlace;
};

/** Says what a run that ended early did not copy, and offers a plan for the rest. */
export function EndedEarly({ plan, place }: EndedEarlyProps) {
  if (!plan.missing) return null;
  const words = wordsOf(plan);
  const isStopped = plan.state === 'stopped';
  const missing = missingText(plan);
  return (
    <SectionMessage
      tone={isStopped ? 'warning' : 'error'}
      title={isStopped ? 'The run was stopped' : 'The run stopped before its end'}
      actions={
        missing && (
          <Link to={pathForRest(plan, place)}>{`Create a ${words.plan} for the rest`}</Link>
        )
      }
    >
      <p>
        {isStopped ? 'It cannot be resumed. ' : 'A fault stopped it. '}
        {missing ? `Missing: ${missing}.` : 'Nothing is missing.'}{' '}
        {`What was ${words.done} until then is on ${plan.destination.name} and is listed below.`}
      </p>
      {missing && (
        <p>
          {plan.flow === 'copy'
            ? 'Another plan between the same sites copies the rest: whoever has arrived is left out.'
            : 'Another migration to the same site brings the rest: whoever has arrived is left out.'}
        </p>
      )}
    </SectionMessage>
  );
}

/** The wizard with the same route, scope and service projects, at its last step. */
function pathForRest(plan: CopyPlan, place: PlanPlace): string {
  const draft = draftParams({ ...draftOf(plan), name: nameForRest(plan.name) });
  return planWizardPath(place, { ...draft, step: 'data' });
}

/** Names are at most 120 characters long. */
function nameForRest(name: string): string {
  const suffix = ': the rest';
  return name.endsWith(suffix) ? name : `${name.slice(0, 120 - suffix.length)}${suffix}`;
}
