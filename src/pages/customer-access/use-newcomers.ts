import { useQueries } from '@tanstack/react-query';
import { customerAccessQueries } from '#src/client/customer-access.ts';
import type { Newcomer } from '#src/contract/wire.ts';

/** What inviting each address would give; those not answered yet are left out. */
export function useNewcomers(siteId: string, emails: readonly string[]): readonly Newcomer[] {
  return useQueries({
    queries: emails.map((email) => customerAccessQueries.newcomer(siteId, { email })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
}
