/* The places in service projects that name people and groups. */
import { isGroupId, type GroupId, type ServiceProjectId } from '../domain/ids.ts';
import type { Tx } from './ports.ts';

/** Groups that the workflows, permissions or fields of these projects name, each once. */
export function groupsNamedBy(tx: Tx, projectIds: readonly ServiceProjectId[]): GroupId[] {
  const named = projectIds.flatMap((projectId) =>
    tx.projectReferences.where({ projectId }).map(({ subjectId }) => subjectId),
  );
  return [...new Set(named.filter(isGroupId))].toSorted();
}
