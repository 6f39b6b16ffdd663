/* A plan before its run: everything that running would do, by the present data. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { CopyChecks, CopyPlan, Forecast } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { planListPath, planRunbookPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { Skeleton, SkeletonLines } from '#src/ui/skeleton.tsx';
import { useTabParam } from '#src/ui/tabs.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { CompareReport } from './compare-report.tsx';
import { DeletePlanDialog } from './delete-plan-dialog.tsx';
import { FlowPicture } from './flow-picture.tsx';
import { ForecastChanged } from './forecast-changed.tsx';
import { DETAIL_TABS, ForecastDetails } from './forecast-details.tsx';
import { ForecastSummary } from './forecast-summary.tsx';
import { ForecastVerdict } from './forecast-verdict.tsx';
import { isMigration, wordsOf } from './flow-words.ts';
import { LossesSection } from './losses-section.tsx';
import { MigrationDay } from './migration-day.tsx';
import { OutcomeLeftOut } from './outcome-left-out.tsx';
import { OutcomeList, useOutcomeParams } from './outcome-list.tsx';
import { editPath } from './plan-draft.ts';
import { goToSection, PlanSection, type PlanSectionId } from './plan-section.tsx';
import { PlanStatus } from './plan-status.tsx';
import { PlanSteps } from './plan-steps.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { RunDialog } from './run-dialog.tsx';
import { StatusSection } from './status-section.tsx';

type SavedPlanProps = {
  readonly plan: CopyPlan;
  readonly place: PlanPlace;
};

/** The last step of the wizard, which is also where a saved plan waits for its run. */
export function SavedPlan({ plan, place }: SavedPlanProps) {
  const navigate = useNavigate();
  const list = useOutcomeParams();
  const { search } = list;
  const { action } = list.filters;
  const forecastAt = ({ offset, limit }: BlockPlace) =>
    copyPlanQueries.forecast(plan.id, { search, offset, limit, ...(action && { action }) });
  const forecast = useQuery(forecastAt(list));
  const fingerprint = forecast.data?.fingerprint ?? '';
  const checks = useQuery({
    ...copyPlanQueries.checks(plan.id, fingerprint),
    enabled: fingerprint !== '',
  });
  // What the dialog shows is what is run: a newer forecast must not slip in under it.
  const [confirmed, setConfirmed] = useState<Forecast | null>(null);
  const [outdated, setOutdated] = useState<string | null>(null);
  const [tab, selectTab] = useTabParam(DETAIL_TABS);
  const [isDeleting, setIsDeleting] = useState(false);

  function go(reason: CopyChecks['reasons'][number]['reason']) {
    if (reason === 'pending-groups') selectTab('groups');
    goToSection(SECTIONS[reason]);
  }

  const blocked = whyNot(plan.actions.manage) ?? blockedBy(plan, forecast.data, checks.data);
  return (
    <CopyPlansFrame
      place={place}
      isBelow
      title={plan.name}
      mark={<PlanStatus plan={plan} />}
      actions={
        <>
          <LinkButton to={planRunbookPath(place, plan.id)}>Runbook</LinkButton>
          <LinkButton to={editPath(place, plan.id)}>Edit</LinkButton>
          <Button onPress={() => setIsDeleting(true)}>Delete</Button>
          <Button
            appearance="primary"
            isDisabled={!forecast.data || !checks.data || blocked !== undefined}
            reason={blocked}
            onPointerEnter={prefetchDialog}
            onFocus={prefetchDialog}
            onPress={() => setConfirmed(forecast.data ?? null)}
          >
            Run
          </Button>
        </>
      }
    >
      <PlanSteps flow={plan.flow} current={stepOf(plan, checks.data)} />
      <Stack gap="400">
        {outdated !== null && <ForecastChanged plan={plan} shown={outdated} />}
        {checks.data && <ForecastVerdict plan={plan} checks={checks.data} onGo={go} />}
        {/* Holds the verdict's place, so that nothing jumps when it is there. */}
        {!checks.data && !checks.error && !forecast.error && <Skeleton height="11rem" />}
        <PlanSummary plan={plan} flow={forecast.data?.flow} />
        {forecast.error && !forecast.data ? (
          <ProblemMessage error={forecast.error} retry={forecast.refetch} />
        ) : null}
        {!forecast.data && !forecast.error && <SkeletonLines count={6} />}
        {forecast.data && (
          <>
            <PlanSection id="plan-checks">
              <ChecksPanel
                plan={plan}
                place={place}
                query={checks}
                fingerprint={fingerprint}
                onRefresh={() => void forecast.refetch()}
              />
            </PlanSection>
            <PlanSection id="plan-forecast" title="Forecast" isExtra>
              <ForecastSummary plan={plan} forecast={forecast.data} />
              <MigrationDay plan={plan} forecast={forecast.data} />
              <FlowPicture plan={plan} flow={forecast.data.flow} />
            </PlanSection>
            <OutcomeLeftOut plan={plan} />
            <LossesSection plan={plan} />
            <ForecastDetails plan={plan} forecast={forecast.data} tab={tab} onSelect={selectTab}>
              <OutcomeList
                plan={plan}
                caption={`${wordsOf(plan).People} and what the run would do`}
                query={forecast}
                list={list}
                whole={wholeList(list.whole, forecastAt)}
              />
            </ForecastDetails>
            <CompareReport plan={plan} />
            {plan.flow !== 'copy' && (
              <PlanSection id="plan-status" title="Status" isExtra>
                <StatusSection plan={plan} />
              </PlanSection>
            )}
          </>
        )}
      </Stack>
      {confirmed && (
        <RunDialog
          plan={plan}
          forecast={confirmed}
          onChanged={() => {
            setOutdated(confirmed.fingerprint);
            setConfirmed(null);
          }}
          onClose={() => setConfirmed(null)}
        />
      )}
      {isDeleting && (
        <DeletePlanDialog
          plan={plan}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => void navigate(planListPath(place), { replace: true })}
        />
      )}
    </CopyPlansFrame>
  );
}

/** Where what speaks for a verdict is explained. */
const SECTIONS: Readonly<Record<CopyChecks['reasons'][number]['reason'], PlanSectionId>> = {
  errors: 'plan-checks',
  losing: 'plan-losses',
  attention: 'plan-forecast',
  'pending-groups': 'plan-details',
  warnings: 'plan-checks',
};

/** A migration is reviewed once no check stands in its way (domain.md 7.1). */
function stepOf(plan: CopyPlan, checks: CopyChecks | undefined): 'check' | 'review' {
  return isMigration(plan) && checks?.errors === 0 ? 'review' : 'check';
}

/** Why running is not offered, beside who may. */
function blockedBy(
  plan: CopyPlan,
  forecast: Forecast | undefined,
  checks: CopyChecks | undefined,
): string | undefined {
  if (!forecast || !checks) return undefined;
  if (checks.errors > 0) {
    return plan.flow === 'copy' ? 'Resolve the conflicts first' : 'Fix what the checks found first';
  }
  const nobody = Object.keys(forecast.counts).length === 0;
  return nobody && plan.projects.length === 0
    ? `There is nothing to ${isMigration(plan) ? 'migrate' : 'copy'}`
    : undefined;
}
