/* What this browser remembers of how its storage was looked after; needed by no first screen. */
import { withStorage } from './local-storage.ts';
import { NOTE } from './workspace-note.ts';

const SAVED = 'drydock-workspace-saved';
const ASKED = 'drydock-storage-asked';

/** The stored workspace was given up on purpose: nobody shall miss it. */
export function forgetWorkspaceNote(): void {
  withStorage((storage) => storage.removeItem(NOTE));
}

/** Wall time at which the workspace was last saved as a file from this browser. */
export function savedAt(): number | null {
  const at = Number(withStorage((storage) => storage.getItem(SAVED)) ?? Number.NaN);
  return Number.isFinite(at) ? at : null;
}

export function noteSaved(): void {
  withStorage((storage) => storage.setItem(SAVED, String(Date.now())));
}

/** Whether the browser was asked to keep the storage; says so once only. */
export function isFirstToAsk(): boolean {
  const isFirst = withStorage((storage) => storage.getItem(ASKED)) === null;
  withStorage((storage) => storage.setItem(ASKED, '1'));
  return isFirst;
}
