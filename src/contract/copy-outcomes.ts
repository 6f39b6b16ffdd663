import { z } from 'zod';
import { holding, listQuery } from './schemas.ts';

const outcomeAction = z.enum([
  'create',
  'link',
  'create-account',
  'add-to-site',
  'group',
  'duplicate',
  'link-duplicate',
  'former-user',
  'left-out',
  'not-copied',
]);

/** What the source holds: account types of a site, or the row of a server. */
export const sourceHolding = z.enum([
  'portal-only',
  'atlassian',
  'both',
  'nobody',
  'deleted',
  'licensed',
  'customer',
  'former',
]);

/** What a run leaves to do for a customer. */
export const attention = z.enum(['review-group', 'upgrade-portal-only']);

/** One customer of a plan: as forecast, or as the run left them. */
export const outcome = z.object({
  position: z.number(),
  /** The person's account on the source, the Atlassian one of two: names the person in `copy-plans.person`. */
  holderId: z.string(),
  email: z.string(),
  name: z.string(),
  /** On a site, or on a server whom it takes the person for. */
  sourceHolding,
  destinationHolding: holding,
  afterHolding: holding,
  action: outcomeAction,
  attention: z.array(attention),
  canOpenBefore: z.number(),
  canOpenAfter: z.number(),
  arriving: z.number(),
  /** Requests that the person could open before the run, here or on the source, and not after it. */
  losing: z.number(),
  state: z.enum(['pending', 'done']),
});

export const outcomeQuery = z.object({ ...listQuery, action: outcomeAction.optional() });

/** How many customers each outcome has. */
export const outcomeCounts = z.partialRecord(outcomeAction, z.number());

/** How many customers go which way: what they have on the source, what happens, what they end with. */
export const flow = z.array(
  z.object({
    sourceHolding: outcome.shape.sourceHolding,
    action: outcomeAction,
    afterHolding: holding,
    count: z.number(),
  }),
);
