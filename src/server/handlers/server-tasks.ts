import { runServerChecks } from '#src/application/copy-checks.ts';
import { listTasks, taskStatus, type ServerTask } from '#src/application/server-tasks.ts';
import { BASE_PATH } from '#src/contract/routes.ts';
import type { StatusNode } from '#src/domain/migration-status.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';

/** Endpoints that tell a server migration as the migration API would. */
export const serverTaskHandlers: Handlers<`server-tasks.${'list' | 'create' | 'status'}`> = {
  'server-tasks.list': transaction((tx, { params }, context) => {
    const tasks = listTasks(tx, params.planId, context);
    if (!tasks.ok) return tasks;
    return ok({ data: tasks.value.map(presentTask), links: linksTo(tasksPath(params.planId)) });
  }),
  'server-tasks.create': transaction((tx, { params }, context) => {
    const plan = runServerChecks(tx, params.planId, context);
    if (!plan.ok) return plan;
    const tasks = listTasks(tx, params.planId, context);
    return tasks.ok ? ok(presentTask(tasks.value.find(isCheck)!)) : tasks;
  }),
  'server-tasks.status': transaction((tx, { params, query }, context) => {
    const question = { ...query, expandChildren: query.expandChildren === 'true' };
    const node = taskStatus(tx, { ...params, ...question }, context);
    if (!node.ok) return node;
    const self = `${tasksPath(params.planId)}/${encodeURIComponent(params.taskId)}/status`;
    return ok({ data: presentNode(node.value), links: linksTo(self) });
  }),
};

function isCheck({ taskId }: ServerTask): boolean {
  return taskId === 'check';
}

function presentTask({ taskId, createdAt, excludedKeys }: ServerTask) {
  return {
    taskId,
    taskType: taskId,
    createdAt: new Date(createdAt).toISOString(),
    payload: { checkTypes: { excludeKeys: [...excludedKeys] } },
  };
}

type PresentedNode = Omit<StatusNode, 'details' | 'progressDetails' | 'children'> & {
  details?: { occurrences: string[]; excludable: boolean; description: string };
  progressDetails?: { isSupported: boolean; percent: number; data: Progress[] };
  children?: Record<string, PresentedNode>;
};

type Progress = NonNullable<StatusNode['progressDetails']>['data'][number];

function presentNode({ details, progressDetails, children, ...node }: StatusNode): PresentedNode {
  return {
    ...node,
    ...(details && { details: { ...details, occurrences: [...details.occurrences] } }),
    ...(progressDetails && {
      progressDetails: { ...progressDetails, data: [...progressDetails.data] },
    }),
    ...(children && {
      children: Object.fromEntries(
        Object.entries(children).map(([key, child]) => [key, presentNode(child)]),
      ),
    }),
  };
}

function tasksPath(planId: string): string {
  return `${BASE_PATH}/copy-plans/${encodeURIComponent(planId)}/tasks`;
}

/** A plan has two tasks at most, so there is never another page. */
function linksTo(self: string) {
  return { next: null, self };
}
