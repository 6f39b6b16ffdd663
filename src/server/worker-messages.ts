/* What the page and the database worker say to each other. */
import type { WireRequest, WireResponse } from './backend.ts';

/** Why the worker could not open the workspace. */
export type HostFailure = 'damaged' | 'too-new' | 'full' | 'unavailable' | 'stopped' | 'fault';

/** Where the worker stands; the page shows it. */
export type HostState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'ready'; readonly storage: 'durable' | 'memory' }
  /** Another tab owns the workspace and does not answer. */
  | { readonly phase: 'elsewhere'; readonly takeover: 'none' | 'asked' | 'no-answer' }
  /** Another tab owns the workspace and runs the code of another release, `build`. */
  | { readonly phase: 'other-version'; readonly build: string }
  | { readonly phase: 'failed'; readonly reason: HostFailure; readonly detail: string };

export type ToWorker =
  /** The first message; `scenario` is the one that the address asks for. */
  | { readonly type: 'start'; readonly scenario: string | null }
  | { readonly type: 'request'; readonly id: number; readonly request: WireRequest }
  | { readonly type: 'take-over' }
  | { readonly type: 'save-stored'; readonly id: number }
  | { readonly type: 'start-afresh' };

export type FromWorker =
  | { readonly type: 'state'; readonly state: HostState }
  /** Another tab has changed the workspace, or nobody in particular: work that was due. */
  | { readonly type: 'changed'; readonly change: number }
  | { readonly type: 'response'; readonly id: number; readonly response: WireResponse }
  | { readonly type: 'stored'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'fault'; readonly id: number; readonly message: string };
