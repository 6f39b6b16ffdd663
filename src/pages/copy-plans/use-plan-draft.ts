import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CopyPlan } from '#src/contract/wire.ts';
import {
  draftFrom,
  draftParams,
  draftSteps,
  hasErrors,
  isUntouched,
  siteErrors,
  type DraftStep,
  type PlanDraft,
} from './plan-draft.ts';

/** Browsers refuse about a hundred address changes in a row, so typing waits for a pause. */
const TYPING_PAUSE_MS = 250;

/**
 * The draft and the step of the wizard, both kept in the address; a step goes into the history. So
 * is the version of the plan that the draft began with: a reload must not slip a newer one under it.
 */
export function usePlanDraft(start: PlanDraft, saved: CopyPlan | undefined) {
  const [params, setParams] = useSearchParams();
  const [draft, setDraft] = useState(() => draftFrom(params, start));
  const [version] = useState(() => Number(params.get('version')) || saved?.version);
  const [isTyping, setIsTyping] = useState(false);
  const steps = draftSteps(draft);
  const first: DraftStep = saved ? 'sites' : steps[0]!;
  const asked = steps.find((id) => id === params.get('step')) ?? first;
  // A link into a later step is of no use while the sites are missing.
  const needsSites = asked === 'projects' || asked === 'data';
  const step = needsSites && hasErrors(siteErrors(draft)) ? 'sites' : asked;

  // Anything but typing stands in the address before the next click can lead away.
  const pause = isTyping ? TYPING_PAUSE_MS : 0;
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOver = useRef(false);
  // The router takes its time to come to a new address; what is written must start from that one.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  useEffect(() => {
    writing.current = setTimeout(() => {
      if (isOver.current) return;
      const next = withDraft(latest.current, draft, version);
      if (next.toString() === latest.current.toString()) return;
      latest.current = next;
      setParams(next, { replace: true });
    }, pause);
    return () => clearTimeout(writing.current);
  }, [draft, version, pause, setParams]);

  /** The step of before must not write any more: its address would lead back there. */
  function stopWriting() {
    clearTimeout(writing.current);
    // Who leaves a text by Enter never left its field.
    setIsTyping(false);
  }

  return {
    draft,
    version,
    step,
    steps,
    change(part: Partial<PlanDraft>) {
      setDraft((current) => ({ ...current, ...part }));
    },
    /** Tells whether somebody is in the middle of a text. */
    setIsTyping,
    go(next: DraftStep) {
      stopWriting();
      const address = withDraft(latest.current, draft, version);
      address.set('step', next);
      latest.current = address;
      setParams(address);
    },
    /** The wizard is over: nothing of it is written while the next screen loads. */
    leave() {
      isOver.current = true;
      stopWriting();
    },
  };
}

/** Only what has been entered: an untouched wizard keeps a clean address. */
function withDraft(
  params: URLSearchParams,
  draft: PlanDraft,
  version: number | undefined,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const isEdit = params.has('plan');
  const isEmpty = isUntouched(draft);
  for (const [key, value] of Object.entries(draftParams(draft))) {
    if (key === 'flow') next.set(key, value);
    else if (isEmpty || (value === '' && !isEdit)) next.delete(key);
    else next.set(key, value);
  }
  if (isEdit && version !== undefined) next.set('version', String(version));
  return next;
}
