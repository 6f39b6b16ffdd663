/* The whole forecast in one word, worst first, with what speaks for it. */

/** `blocked` cannot run; `loses-access` runs at a price; `needs-work` leaves something to do. */
export type CopyGrade = 'blocked' | 'loses-access' | 'needs-work' | 'clean';

export type GradeFacts = {
  /** Checks that block the run, and checks that warn. */
  readonly errors: number;
  readonly warnings: number;
  /** People who lose sight of requests, and how many of those there are over all of them. */
  readonly losing: { readonly people: number; readonly requests: number };
  /** Rows that RequiresAttention.csv would have. */
  readonly attention: number;
  /** Groups that would arrive and wait for review. */
  readonly pendingGroups: number;
};

/** What speaks for the grade, and how often. */
export type GradeReason = {
  readonly reason: 'errors' | 'losing' | 'attention' | 'pending-groups' | 'warnings';
  readonly count: number;
};

/** Grades a forecast; its reasons come in the order in which they are to be met. */
export function gradeCopy(facts: GradeFacts): {
  readonly grade: CopyGrade;
  readonly reasons: readonly GradeReason[];
} {
  const all: readonly GradeReason[] = [
    { reason: 'errors', count: facts.errors },
    { reason: 'losing', count: facts.losing.people },
    { reason: 'attention', count: facts.attention },
    { reason: 'pending-groups', count: facts.pendingGroups },
    { reason: 'warnings', count: facts.warnings },
  ];
  const reasons = all.filter(({ count }) => count > 0);
  return { grade: reasons[0] ? GRADES[reasons[0].reason] : 'clean', reasons };
}

const GRADES: Readonly<Record<GradeReason['reason'], CopyGrade>> = {
  errors: 'blocked',
  losing: 'loses-access',
  attention: 'needs-work',
  'pending-groups': 'needs-work',
  warnings: 'needs-work',
};
