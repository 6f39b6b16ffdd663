/*
 * What a step changes for the person it is for. Nothing is computed twice: the step is taken, the
 * help center is looked at before and after, and the transaction must then be taken back.
 */
import type { DomainError } from '../domain/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace } from './access.ts';
import {
  helpCenterOf,
  type HelpCenterRequest,
  type HelpCenterView,
  type Standing,
} from './help-center.ts';
import { personOf, takeStep, type Step } from './help-center-steps.ts';
import type { Context, Tx } from './ports.ts';

type Comparison = {
  readonly email: string;
  /** Why the step would be refused; then nothing changes. */
  readonly refusal: DomainError | null;
  readonly before: Standing;
  readonly after: Standing;
  /** Requests that open afterwards and did not before. */
  readonly gained: readonly HelpCenterRequest[];
  /** Requests that opened before and do not afterwards. */
  readonly lost: readonly HelpCenterRequest[];
};

/**
 * Takes a step and compares. Whoever may see the customers of the site may look; whether they may
 * take the step is part of the answer. The caller must take the transaction back.
 */
export function rehearseStep(
  tx: Tx,
  input: { readonly siteId: string; readonly step: Step },
  context: Context,
): Result<Comparison, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', input.siteId);
  if (!place.ok) return place;
  const email = personOf(tx, place.value, input.step);
  if (!email.ok) return email;
  const before = helpCenterOf(tx, place.value, email.value);
  const taken = takeStep(tx, place.value, input.step, context);
  const after = taken.ok ? helpCenterOf(tx, place.value, email.value) : before;
  return ok({
    email: email.value,
    refusal: taken.ok ? null : taken.error,
    before: before.standing,
    after: after.standing,
    gained: opensOnlyIn(after, before),
    lost: opensOnlyIn(before, after).map((request) => afterwards(request, after)),
  });
}

function opensOnlyIn(view: HelpCenterView, other: HelpCenterView): HelpCenterRequest[] {
  const open = new Set(other.requests.filter(({ canOpen }) => canOpen).map(({ id }) => id));
  return view.requests.filter(({ id, canOpen }) => canOpen && !open.has(id));
}

/** A request that no longer opens, with the reason; it may no longer be attached to the person at all. */
function afterwards(request: HelpCenterRequest, after: HelpCenterView): HelpCenterRequest {
  const still = after.requests.find(({ id }) => id === request.id);
  return still ?? { ...request, canOpen: false, why: 'no-account' };
}
