/* The end of a use case: its result as an answer, or a refusal that takes back what it wrote. */
import type { Endpoint } from '#src/contract/endpoint.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { Result } from '#src/domain/result.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { answer, problem, writtenFile } from './answers.ts';
import type { WireResponse } from './backend.ts';
import type { Download } from './downloads.ts';
import type { SlicedFile } from './handler.ts';

/** Refusals that keep what the use case wrote: the new preview, to be looked at before the next try. */
const KEPT: ReadonlySet<DomainError['code']> = new Set(['import.preview-changed']);

/** Presents a result; a refusal is thrown so that the transaction takes everything back, unless it is kept. */
export function finished(
  tx: StoreTx,
  endpoint: Endpoint,
  result: Result<unknown, DomainError>,
  key: string | undefined,
): WireResponse {
  if (!result.ok) {
    if (KEPT.has(result.error.code)) return problem(result.error);
    throw new Refusal(result.error);
  }
  const { wire, stored } = answer(endpoint, result.value);
  if (key) tx.rememberAnswer(key, stored);
  return wire;
}

/** A turn of a file that is written in slices: the whole of it, or a further turn is needed. */
export function fileIn(
  download: Download,
  begin: () => Result<SlicedFile, DomainError>,
  { file: mediaType = '' }: Endpoint,
): WireResponse | 'waits' {
  if (download.isCancelled()) return problem({ code: 'download.cancelled' });
  const written = download.turn(() => {
    const file = begin();
    if (!file.ok) throw new Refusal(file.error);
    return file.value;
  });
  return written ? writtenFile(mediaType, written) : 'waits';
}

/** Thrown out of a transaction that must leave nothing. */
export class Refusal extends Error {
  readonly error: DomainError;

  constructor(error: DomainError) {
    super(error.code);
    this.error = error;
  }
}

/** Answers a refusal that was thrown out of a transaction. */
export async function unlessRefused<T = never>(
  work: () => WireResponse | T | Promise<WireResponse | T>,
) {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refusal) return problem(thrown.error);
    throw thrown;
  }
}
