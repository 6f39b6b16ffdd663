/**
 * Why a stored workspace cannot be opened:
 * `damaged`: it is broken, or no workspace; `too-new`: a later release wrote it;
 * `locked`: another tab has it; `unavailable`: this browser gives no durable storage;
 * `full`: it gives no more storage, or fails at reading it, and a workspace lies there.
 */
export type StoreOpenReason = 'damaged' | 'too-new' | 'locked' | 'unavailable' | 'full';

const WORDS: Readonly<Record<StoreOpenReason, string>> = {
  damaged: 'The stored workspace is damaged.',
  'too-new': 'A newer Drydock wrote the stored workspace.',
  locked: 'Another tab has the stored workspace open.',
  unavailable: 'This browser gives no durable storage.',
  full: 'This browser gives no more storage.',
};

/** Nothing was changed: the stored workspace lies as it was found. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
  readonly reason: StoreOpenReason;

  constructor(reason: StoreOpenReason, cause?: unknown) {
    super(WORDS[reason], { cause });
    this.reason = reason;
  }
}
