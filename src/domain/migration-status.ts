/*
 * A migration's state as machines read it: the tree of the migration API (atlassian-api.md section 5).
 * Its words are the API's own and not ours. A node shows progress only while it runs.
 */

/** The ones that are documented. */
type NodeStatus = 'PENDING' | 'IN_PROGRESS' | 'FINISHED';
type NodeOutcome = 'SUCCESS' | 'WARNING' | 'FAILED' | 'SKIPPED';

export type StatusNode = {
  readonly status: NodeStatus;
  /** Absent until the node is finished. */
  readonly outcome?: NodeOutcome;
  readonly message?: string;
  readonly details?: {
    readonly occurrences: readonly string[];
    readonly excludable: boolean;
    readonly description: string;
  };
  readonly progressDetails?: {
    readonly isSupported: boolean;
    readonly percent: number;
    readonly data: readonly {
      readonly name: string;
      readonly total: number;
      readonly processed: number;
    }[];
  };
  readonly children?: Readonly<Record<string, StatusNode>>;
};

/** A check by its machine name. */
export type CheckState = {
  readonly key: string;
  readonly state: 'waiting' | 'under-way' | 'done';
  readonly result: 'pass' | 'warning' | 'error';
  readonly occurrences: readonly string[];
  readonly description: string;
  /** Only an excludable check can be excluded; its error then counts as a warning. */
  readonly excludable: boolean;
  readonly excluded: boolean;
};

/** The subtrees of a Jira migration that we have; each reports by itself. */
type PhaseKey = 'usersAndGroups' | 'jsm' | 'projects';

/** `failed` counts among `done`; `cut-off` is a phase that the run ended before. */
export type PhaseState = {
  readonly key: PhaseKey;
  readonly state: 'waiting' | 'under-way' | 'done' | 'cut-off';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
};

export type TaskState = {
  /** A *Check* task has no migrate part; *Migrate* runs the checks first. */
  readonly task: 'Check' | 'Migrate';
  readonly checks: readonly CheckState[];
  readonly phases: readonly PhaseState[];
};

const PASSED_WITH_WARNING = 'All Preflight checks have passed with warning.';
const CHECK_FAILED = 'At least one Preflight check has failed.';

/** The whole tree of a task. Nothing is migrated after a check has failed. */
export function statusTree({ task, checks, phases }: TaskState): StatusNode {
  const check = checkNode(checks);
  if (task === 'Check') return parentOf({ check });
  const isRefused = check.outcome === 'FAILED';
  const nodeOf = (phase: PhaseState) => {
    if (isRefused) return SKIPPED;
    return check.status === 'FINISHED' ? phaseNode(phase) : PENDING;
  };
  const children = Object.fromEntries(phases.map((phase) => [phase.key, nodeOf(phase)]));
  if (isRefused) return parentOf({ check, migrate: { ...SKIPPED, children } });
  const migrate = check.status === 'FINISHED' ? parentOf(children) : { ...PENDING, children };
  return parentOf({ check, migrate });
}

const SKIPPED: StatusNode = { status: 'FINISHED', outcome: 'SKIPPED' };
const PENDING: StatusNode = { status: 'PENDING' };

function checkNode(checks: readonly CheckState[]): StatusNode {
  const children = checks.map((check) => [check.key, oneCheck(check)] as const);
  const node = parentOf(Object.fromEntries(children));
  const processed = checks.filter(({ state }) => state === 'done').length;
  if (node.status === 'IN_PROGRESS') {
    return { ...node, progressDetails: progress('Preflight Checks', checks.length, processed) };
  }
  if (node.outcome === 'WARNING') return { ...node, message: PASSED_WITH_WARNING };
  return node.outcome === 'FAILED' ? { ...node, message: CHECK_FAILED } : node;
}

function oneCheck(check: CheckState): StatusNode {
  if (check.state === 'waiting') return PENDING;
  if (check.state === 'under-way') return { status: 'IN_PROGRESS' };
  const { occurrences, excludable, description } = check;
  return {
    status: 'FINISHED',
    outcome: checkOutcome(check),
    details: { occurrences, excludable, description },
  };
}

function checkOutcome({ result, excludable, excluded }: CheckState): NodeOutcome {
  if (result === 'pass') return 'SUCCESS';
  return result === 'warning' || (excludable && excluded) ? 'WARNING' : 'FAILED';
}

function phaseNode({ key, state, total, done, failed }: PhaseState): StatusNode {
  switch (state) {
    case 'waiting':
      return PENDING;
    case 'under-way':
      return { status: 'IN_PROGRESS', progressDetails: progress(key, total, done) };
    case 'cut-off':
      // Nothing done at all is a phase that was passed over, a part of it is one that failed.
      return { status: 'FINISHED', outcome: done === 0 ? 'SKIPPED' : 'FAILED' };
    case 'done':
      return { status: 'FINISHED', outcome: failed > 0 ? 'FAILED' : 'SUCCESS' };
  }
}

function progress(
  name: string,
  total: number,
  processed: number,
): NonNullable<StatusNode['progressDetails']> {
  const percent = total === 0 ? 0 : Math.floor((100 * processed) / total);
  return { isSupported: true, percent, data: [{ name, total, processed }] };
}

/** From the worst to the best: a parent is as bad as its worst child. */
const WORST_FIRST: readonly NodeOutcome[] = ['FAILED', 'WARNING', 'SKIPPED', 'SUCCESS'];

function parentOf(children: Readonly<Record<string, StatusNode>>): StatusNode {
  const nodes = Object.values(children);
  if (nodes.every(({ status }) => status === 'FINISHED')) {
    const outcome = WORST_FIRST.find((each) => nodes.some((node) => node.outcome === each));
    return { status: 'FINISHED', outcome: outcome ?? 'SUCCESS', children };
  }
  const isPending = nodes.every(({ status }) => status === 'PENDING');
  return { status: isPending ? 'PENDING' : 'IN_PROGRESS', children };
}

/**
 * The node at a level, as the API names it: `check`, `check,{checkKey}`, `migrate,projects`; the empty
 * level is the root. Undefined where there is none. Without `expandChildren` only the node itself.
 */
export function statusAt(
  tree: StatusNode,
  level: string,
  expandChildren: boolean,
): StatusNode | undefined {
  const path = level === '' ? [] : level.split(',');
  let node: StatusNode | undefined = tree;
  for (const step of path) node = childOf(node, step);
  if (!node || expandChildren) return node;
  const { children: _children, ...alone } = node;
  return alone;
}

/** Only nodes of a status and an outcome, with the nodes above them; null where none is left. */
export function narrowedTo(
  node: StatusNode,
  wanted: { readonly status?: string | undefined; readonly outcome?: string | undefined },
): StatusNode | null {
  const { status, outcome } = wanted;
  const { children: all, ...alone } = node;
  const children = Object.entries(all ?? {}).flatMap(([key, child]) => {
    const left = narrowedTo(child, wanted);
    return left ? [[key, left] as const] : [];
  });
  const fits =
    (status === undefined || node.status === status) &&
    (outcome === undefined || node.outcome === outcome);
  if (children.length > 0) return { ...alone, children: Object.fromEntries(children) };
  return fits ? alone : null;
}

function childOf(node: StatusNode | undefined, key: string): StatusNode | undefined {
  const children = node?.children;
  return children && Object.hasOwn(children, key) ? children[key] : undefined;
}
