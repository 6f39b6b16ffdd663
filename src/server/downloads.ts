/*
 * Files of any size, written in slices. Between two slices others read; whatever would change
 * something waits, so that a file shows one state of the workspace. Large ones become blobs part by
 * part: the browser keeps those outside of this thread's memory, on its disk where they are many, and
 * forgets them by itself when nobody refers to them any more, also after a crash.
 */
import type { FileSlice, SlicedFile } from './handler.ts';

/** Milliseconds after which a turn begins no further slice. */
const TURN_MS = 10;
/** Bytes that are kept as they come before they become a part of a blob. */
const PART_BYTES = 1 << 20;

/** How far a file is. `waits`: its turn has not come; `total` is null where nobody has counted. */
type DownloadState = {
  readonly state: 'waits' | 'writing' | 'none';
  readonly done: number;
  readonly total: number | null;
};

/** A finished file: plain bytes while they are few. */
export type Written = { readonly fileName: string } & (
  { readonly bytes: Uint8Array } | { readonly file: Blob }
);

export type Downloads = ReturnType<typeof createDownloads>;
export type Download = ReturnType<Downloads['enter']>;

const NONE: DownloadState = { state: 'none', done: 0, total: null };

/** The downloads of one backend. `ticks`: milliseconds of a clock that never goes back. */
export function createDownloads(ticks: () => number = () => 0) {
  const known = new Map<string, DownloadState>();
  const cancelled = new Set<string>();

  /** A download that waits for its turn. Without a name it can neither be watched nor cancelled. */
  function enter(id: string | undefined) {
    let begun: { readonly file: SlicedFile; readonly parts: Parts } | undefined;
    if (id !== undefined) known.set(id, { ...NONE, state: 'waits' });

    function note({ done, total }: FileSlice): void {
      if (id !== undefined) known.set(id, { state: 'writing', done, total });
    }

    /** Writes for one turn; undefined while there is more to write. */
    function write({ file, parts }: NonNullable<typeof begun>): Written | undefined {
      const began = ticks();
      do {
        const slice = file.slices.next();
        if (slice.done) return { fileName: file.fileName, ...parts.end() };
        parts.add(slice.value.bytes);
        note(slice.value);
      } while (ticks() - began < TURN_MS);
      return undefined;
    }

    return {
      /** The next turn. What throws in it leaves nothing behind: the file is begun anew. */
      turn(begin: () => SlicedFile): Written | undefined {
        try {
          begun ??= { file: begin(), parts: new Parts() };
          return write(begun);
        } catch (thrown) {
          begun = undefined;
          throw thrown;
        }
      },
      isCancelled: () => id !== undefined && cancelled.has(id),
      end(): void {
        begun?.file.slices.return(undefined);
        begun = undefined;
        if (id === undefined) return;
        known.delete(id);
        cancelled.delete(id);
      },
    };
  }

  return {
    enter,
    state: (id: string): DownloadState => known.get(id) ?? NONE,
    /** Ends a download before its next turn; of one that is not under way nothing is kept. */
    cancel(id: string): void {
      if (known.has(id)) cancelled.add(id);
    },
  };
}

/** The bytes of a file as they come. */
class Parts {
  #recent: Uint8Array[] = [];
  #recentBytes = 0;
  readonly #blobs: Blob[] = [];

  add(bytes: Uint8Array): void {
    this.#recent.push(bytes);
    this.#recentBytes += bytes.byteLength;
    if (this.#recentBytes >= PART_BYTES) this.#putAway();
  }

  end(): { readonly bytes: Uint8Array } | { readonly file: Blob } {
    if (this.#blobs.length === 0) return { bytes: joined(this.#recent, this.#recentBytes) };
    this.#putAway();
    return { file: new Blob(this.#blobs) };
  }

  #putAway(): void {
    // A narrower type only: nothing here is shared memory.
    this.#blobs.push(new Blob(this.#recent as Uint8Array<ArrayBuffer>[]));
    this.#recent = [];
    this.#recentBytes = 0;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
