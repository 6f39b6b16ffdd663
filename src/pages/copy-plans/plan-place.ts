import { useParams } from 'react-router-dom';
import type { PlanPlace } from '#src/ui/plan-path.ts';

/** Where the screen stands: under an organization's data management, or on a server. */
export function usePlanPlace(): PlanPlace {
  const { organizationId = '', serverId } = useParams();
  return serverId === undefined ? { organizationId } : { serverId };
}
