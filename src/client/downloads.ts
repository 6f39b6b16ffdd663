/* Files that take longer than a blink: how far they are, and calling them off. */
import type { RouteName } from '#src/contract/routes.ts';
import { download, send, type CallArguments } from './http.ts';

/** Wall milliseconds between two looks at how far a file is. */
const POLL_MS = 250;

/** What is asked beside a file must not end it. */
const ignore = () => undefined;

/** Whoever waits for a file. */
export type Watching = {
  /** Calls the file off. */
  readonly signal: AbortSignal;
  /** Hears how many rows are written; `total` is null where nobody has counted. */
  readonly onProgress: (done: number, total: number | null) => void;
};

/**
 * Calls a route that answers with a file, watched from outside.
 * @throws {ApiError} on any refusal; `download.cancelled` where it was called off.
 */
export async function watchedDownload<N extends RouteName>(
  name: N,
  { signal, onProgress }: Watching,
  ...[options]: CallArguments<N>
): Promise<{ readonly blob: Blob; readonly fileName: string }> {
  const downloadId = Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-');
  const params = { downloadId };
  const cancel = () => void send('downloads.cancel', { params }).catch(ignore);
  const look = () =>
    void send('downloads.get', { params })
      .then(({ state, done, total }) => state === 'writing' && onProgress(done, total))
      .catch(ignore);
  const timer = setInterval(look, POLL_MS);
  signal.addEventListener('abort', cancel);
  try {
    return await download(name, { ...options, downloadId } as never);
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', cancel);
  }
}
