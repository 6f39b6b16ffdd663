/* Where what a pre-migration check found can be put right. */
import type { CopyPlan } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { planListPath, type PlanPlace } from '#src/ui/plan-path.ts';
import type { ServerCheckId } from './check-server-words.ts';
import { editPath } from './plan-draft.ts';

type RemedyProps = {
  readonly id: ServerCheckId;
  readonly plan: CopyPlan;
  readonly place: PlanPlace;
};

/** A link to the remedy of a check of a server plan, where the console has one. */
export function Remedy({ id, plan, place }: RemedyProps) {
  const remedy = remedyOf(id, plan, place);
  return (
    remedy && (
      <LinkButton appearance="link" to={remedy.to}>
        {remedy.label}
      </LinkButton>
    )
  );
}

function remedyOf(
  id: ServerCheckId,
  { id: planId, source, destination }: CopyPlan,
  place: PlanPlace,
) {
  const siteId = destination.id;
  const serverId = source.id;
  switch (id) {
    case 'invalid-addresses':
    case 'duplicated-addresses':
      return {
        label: labels.assessAndPrepare,
        to: pathTo('server-assessment', { serverId }),
      };
    case 'inactive-directories':
      return { label: `Users of ${source.name}`, to: pathTo('server-users', { serverId }) };
    case 'licences':
      return {
        label: `Products of ${destination.name}`,
        to: pathTo('products', { organizationId: destination.organizationId }),
      };
    case 'existing-groups':
    case 'blocked-groups':
      return { label: `Groups of ${destination.name}`, to: pathTo('site-groups', { siteId }) };
    case 'two-accounts':
      return { label: 'Portal-only accounts', to: pathTo('portal-customers', { siteId }) };
    case 'destination-busy':
      return { label: labels.migrationsDashboard, to: planListPath(place) };
    case 'left-out-named':
      return { label: 'Change the selection', to: editPath(place, planId, 'data') };
    case 'never-raised':
    case 'project-names':
    case 'copied-before':
      return {
        label: `Service projects of ${destination.name}`,
        to: pathTo('service-projects', { siteId }),
      };
    default:
      return null;
  }
}
