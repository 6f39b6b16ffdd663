/* The wizard of a plan, for a new one and (`?plan=`) for one that has not run. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { serverPlanQueries } from '#src/client/server-plans.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { planListPath, planPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { isMigration, wordsOf, type PlanFlow } from './flow-words.ts';
import { emptyDraft } from './plan-draft.ts';
import { usePlanPlace } from './plan-place.ts';
import { PlanWizard } from './plan-wizard.tsx';

/** *Create copy plan*, *Migrate your users in advance* and *Migrate your data*. */
export function NewCopyPlanPage() {
  const place = usePlanPlace();
  const { serverId } = useParams();
  const [params] = useSearchParams();
  const planId = params.get('plan');
  const saved = useQuery({ ...copyPlanQueries.get(planId ?? ''), enabled: planId !== null });
  const flow = saved.data?.flow ?? flowOf(serverId, params.get('flow'));
  const options = useOptions(serverId, flow);
  const ready = planId === null || saved.data ? options.data : undefined;
  const error = options.error ?? saved.error;
  const words = wordsOf({ flow });

  return (
    <CopyPlansFrame
      place={place}
      isBelow
      width="narrow"
      title={planId === null ? words.create : words.edit}
    >
      {ready ? (
        ready.sites.length < (isMigration({ flow }) ? 1 : 2) ? (
          <TooFewSites place={place} flow={flow} />
        ) : saved.data && saved.data.state !== 'saved' ? (
          <EmptyState
            image="locked"
            title={`This ${words.plan} has run`}
            description={
              isMigration({ flow })
                ? 'A migration can be changed only before its run. Create another one for another run.'
                : 'A plan can be changed only before its run. Create another plan for another run.'
            }
            action={
              <LinkButton to={planPath(place, saved.data.id)}>{labels.viewDetails}</LinkButton>
            }
          />
        ) : (
          <PlanWizard
            key={`${planId} ${flow}`}
            place={place}
            sites={ready.sites}
            serverName={ready.serverName}
            empty={emptyDraft(flow, serverId)}
            saved={saved.data}
          />
        )
      ) : error ? (
        <ProblemMessage
          error={error}
          retry={() => (options.error ? options.refetch() : saved.refetch())}
        />
      ) : (
        <SkeletonLines count={6} />
      )}
    </CopyPlansFrame>
  );
}

/** On a server both flows begin alike; the address says which. */
function flowOf(serverId: string | undefined, asked: string | null): PlanFlow {
  if (serverId === undefined) return 'copy';
  return asked === 'in-advance' ? 'in-advance' : 'with-data';
}

/** The sites to choose from, and the server that a migration starts at. */
function useOptions(serverId: string | undefined, flow: PlanFlow) {
  const copy = useQuery({ ...copyPlanQueries.options(), enabled: serverId === undefined });
  const asked = flow === 'in-advance' ? flow : 'with-data';
  const migration = useQuery({
    ...serverPlanQueries.options(serverId ?? '', { flow: asked }),
    enabled: serverId !== undefined,
  });
  const { error, refetch } = serverId === undefined ? copy : migration;
  const sites = copy.data?.sites ?? migration.data?.sites;
  return {
    data: sites && { sites, serverName: migration.data?.server.name },
    error,
    refetch,
  };
}

type TooFewSitesProps = { readonly place: PlanPlace; readonly flow: PlanFlow };

function TooFewSites({ place, flow }: TooFewSitesProps) {
  const ofServer = isMigration({ flow });
  return (
    <EmptyState
      image="locked"
      title={
        ofServer
          ? 'Migrating needs a site that you administer'
          : 'Copying needs two sites that you administer'
      }
      description={
        ofServer
          ? 'Only organization admins can migrate to a cloud site of their organization. Choose another persona in the simulator panel to go on.'
          : 'Only organization admins can copy, and only between sites of organizations that they administer. Choose another persona in the simulator panel to go on.'
      }
      action={
        <LinkButton to={planListPath(place)}>{`Back to ${wordsOf({ flow }).list}`}</LinkButton>
      }
    />
  );
}
