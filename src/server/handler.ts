/* What a handler is: one endpoint, one use case, no decision. */
import type { z } from 'zod';
import type { Api, DecodedBody, DecodedParams, DecodedQuery } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import type { Context, Tx } from '#src/application/ports.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { Result } from '#src/domain/result.ts';
import type { Store } from '#src/store/store.ts';
import type { Downloads } from './downloads.ts';
import type { LongWorks } from './long-works.ts';

/** A decoded request. */
export type Input<N extends RouteName> = {
  readonly params: DecodedParams<N>;
  readonly query: DecodedQuery<N>;
  readonly body: DecodedBody<N>;
  readonly bytes: Uint8Array;
  /** The version from If-Match that a write was made for. */
  readonly ifMatch: number | null;
};

export type HandlerContext = Context & {
  readonly wallNow: number;
  readonly storage: 'durable' | 'memory';
  /** The browser gave no more storage when something was last written. */
  readonly isStorageFull: boolean;
  /** When this backend found its store empty and filled it, in wall milliseconds. */
  readonly filledAt: number | null;
  /** The scenario that the address asked for, while opening it waits for a decision. */
  readonly askedScenario: string | null;
};

/** A file instead of JSON. */
export type FileAnswer = { readonly fileName: string; readonly bytes: Uint8Array };

/** A part of a file, and how many rows are written with it; `total` is null where nobody has counted. */
export type FileSlice = {
  readonly bytes: Uint8Array;
  readonly done: number;
  readonly total: number | null;
};

/** A file that is written in slices of a few milliseconds. */
export type SlicedFile = {
  readonly fileName: string;
  readonly slices: Generator<FileSlice, void>;
};

/** What a handler gives for its endpoint: the JSON of its schema, a file, or nothing. */
export type Output<N extends RouteName> = Api[N] extends { readonly file: string }
  ? FileAnswer
  : Api[N] extends { readonly response: infer S extends z.ZodType }
    ? z.input<S>
    : null;

/** How far a long write is. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly phase?: 'reading' | 'checking' | 'writing';
  readonly rows?: number;
};

export type Handler<N extends RouteName> =
  | {
      /** One transaction. */
      readonly kind: 'transaction';
      run(tx: Tx, input: Input<N>, context: HandlerContext): Result<Output<N>, DomainError>;
    }
  | {
      /** One transaction that is always taken back: what it wrote is only looked at. */
      readonly kind: 'rehearsal';
      run(tx: Tx, input: Input<N>, context: HandlerContext): Result<Output<N>, DomainError>;
    }
  | {
      /** One transaction that lets others ask for progress between its slices. */
      readonly kind: 'sliced';
      run(
        tx: Tx,
        input: Input<N>,
        context: HandlerContext,
      ): Generator<Progress, Result<Output<N>, DomainError>>;
    }
  | {
      /** A file of any size, written in slices; reads go on between them, writes wait. */
      readonly kind: 'file-in-slices';
      run(tx: Tx, input: Input<N>, context: HandlerContext): Result<SlicedFile, DomainError>;
    }
  | {
      /** Replaces or reads the whole store. */
      readonly kind: 'whole-store';
      run(store: Store, input: Input<N>, context: HandlerContext): Result<Output<N>, DomainError>;
    }
  | {
      /** Answered at once as well: asks after a file that is being written. */
      readonly kind: 'download';
      run(downloads: Downloads, downloadId: string): Output<N>;
    }
  | {
      /** Answered at once from memory, also while a long write runs. */
      readonly kind: 'aside';
      run(works: LongWorks, params: Readonly<Record<string, string>>): Output<N>;
    };

/** One handler for each of some routes. */
export type Handlers<N extends RouteName> = { readonly [Name in N]: Handler<Name> };

/** A handler that is one transaction: most are. */
export function transaction<N extends RouteName>(
  run: (tx: Tx, input: Input<N>, context: HandlerContext) => Result<Output<N>, DomainError>,
): Handler<N> {
  return { kind: 'transaction', run };
}

/** A handler that tries something out and takes it back: it counts as a read, whatever its method. */
export function rehearsal<N extends RouteName>(
  run: (tx: Tx, input: Input<N>, context: HandlerContext) => Result<Output<N>, DomainError>,
): Handler<N> {
  return { kind: 'rehearsal', run };
}
