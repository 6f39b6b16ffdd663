/* Who is in a copy plan and why, and what a further run leaves out. */
import { queryOptions } from '@tanstack/react-query';
import { send } from './http.ts';

export const copyPeopleQueries = {
  /** Why a person is in the plan, by one of the accounts on the source. */
  person: (planId: string, holderId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'person', planId, holderId],
      queryFn: ({ signal }) => send('copy-plans.person', { params: { planId, holderId }, signal }),
    }),
  /** What earlier runs copied, so that this plan does not. */
  leftOut: (planId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'left-out', planId],
      queryFn: ({ signal }) => send('copy-plans.left-out', { params: { planId }, signal }),
    }),
};
