import type { ProblemCode } from '#src/contract/problem.ts';

/** The code of a refusal; null for everything else that can be thrown. The words are in `problem-text.ts`. */
export function problemCode(error: unknown): ProblemCode | null {
  const isRefusal =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'facts' in error &&
    typeof error.code === 'string';
  return isRefusal ? (error.code as ProblemCode) : null;
}
