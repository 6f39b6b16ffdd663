/* Whom to tell what after a run, by the present data: customers get no message of it (S2). */
import type { CopyOutcome } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import { logInOf, type LogIn } from '../domain/help-center.ts';
import {
  mailingGroup,
  mailingSteps,
  type MailingFacts,
  type MailingGroup,
  type MailingStep,
} from '../domain/mailing.ts';
import { countsAsPortalOnly } from '../domain/portal-customer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { placeOf, type Place } from './access.ts';
import { getRunPlan } from './attention.ts';
import { personAt } from './help-center.ts';
import type { Context, Tx } from './ports.ts';

/** One customer of a run with the message to write. */
export type MailingRow = Pick<CopyOutcome, 'email' | 'name' | 'action'> & {
  readonly logIn: LogIn;
  readonly group: MailingGroup;
  readonly steps: readonly MailingStep[];
};

/** One row for every customer that the run has done, in the run's order. */
export function mailingRows(
  tx: Tx,
  planId: string,
  context: Context,
): Result<readonly MailingRow[], DomainError> {
  const plan = getRunPlan(tx, planId, context);
  if (!plan.ok) return plan;
  const place = placeOf(tx, plan.value.destinationSiteId);
  if (!place.ok) return err(place.error);
  const outcomes = tx.copyOutcomes.where({ planId: plan.value.id, state: 'done' });
  return ok(
    outcomes.map((outcome) => {
      const facts = factsOf(tx, place.value, outcome);
      const { email, name, action } = outcome;
      const [group, steps] = [mailingGroup(facts), mailingSteps(facts)];
      return { email, name, action, logIn: facts.logIn, group, steps };
    }),
  );
}

function factsOf(tx: Tx, place: Place, { action, emailKey }: CopyOutcome): MailingFacts {
  const person = personAt(tx, place, emailKey);
  const { portalCustomer: profile, account } = person;
  const onSite = account?.onSite ?? null;
  const groups = account ? tx.queries.groupsOf(place.site.id, account.id) : [];
  return {
    action,
    logIn: logInOf(person),
    holdsBoth: profile !== undefined && countsAsPortalOnly(profile) && onSite !== null,
    isMigrated: profile?.state === 'migrated',
    waitsForApproval: groups.some(({ review, role }) => review === 'pending' && role !== 'none'),
    needsPassword:
      profile !== undefined && profile.passwordSetAt === null && profile.lastLoginAt === null,
  };
}
