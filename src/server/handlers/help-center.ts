import type { ResponseOf } from '#src/contract/api.ts';
import { rehearseStep } from '#src/application/help-center-comparison.ts';
import { viewHelpCenter, type Standing } from '#src/application/help-center.ts';
import type { DomainError } from '#src/domain/errors.ts';
import { ok } from '#src/domain/result.ts';
import { rehearsal, transaction, type Handlers } from '../handler.ts';

/** Endpoints of the help center as one person sees it. */
export const helpCenterHandlers: Handlers<'help-center.view' | 'help-center.compare'> = {
  'help-center.view': transaction((tx, { params, query }, context) => {
    const view = viewHelpCenter(tx, { ...params, ...query }, context);
    if (!view.ok) return view;
    const { standing, portals, requests } = view.value;
    return ok({
      ...view.value,
      standing: presentStanding(standing),
      portals: [...portals],
      requests: [...requests],
    });
  }),
  'help-center.compare': rehearsal((tx, { params, body: step }, context) => {
    const compared = rehearseStep(tx, { ...params, step }, context);
    if (!compared.ok) return compared;
    const { refusal, before, after, gained, lost } = compared.value;
    return ok({
      ...compared.value,
      refusal: refusal && presentRefusal(refusal),
      before: presentStanding(before),
      after: presentStanding(after),
      gained: [...gained],
      lost: [...lost],
    });
  }),
};

function presentStanding(standing: Standing): ResponseOf<'help-center.view'>['standing'] {
  return { ...standing, portalOnly: presentProfile(standing.portalOnly) };
}

function presentProfile(profile: Standing['portalOnly']) {
  if (!profile) return null;
  const { id, state } = profile;
  if (state === 'deleted') throw new Error(`Deleted customer ${id} cannot be presented`);
  return { id, state };
}

function presentRefusal({ code, ...facts }: DomainError) {
  return { code, facts };
}
