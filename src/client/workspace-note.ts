/*
 * What this browser remembers of the stored workspace, apart from where the workspace lies: that
 * there was one, and how far it had come. So a workspace that the browser has cleared is missed.
 */
import { useEffect, useState } from 'react';
import type { Workspace } from '#src/contract/wire.ts';
import { withStorage } from './local-storage.ts';

export type WorkspaceNote = {
  readonly scenario: string;
  /** `Workspace.change` when it was last seen. */
  readonly change: number;
  /** Wall time of that. */
  readonly seenAt: number;
  /** The `filledAt` that was last seen: a workspace begun at any other time took this one's place. */
  readonly filledAt: number | null;
  /** It was found missing, and nobody has decided yet how to go on: a reload asks again. */
  readonly missed?: WorkspaceLoss;
};

/** `cleared`: it is gone, and another has been begun. `older`: what was done last is missing from it. */
export type WorkspaceLoss = 'cleared' | 'older';

/** Where the note lies. */
export const NOTE = 'drydock-workspace';

/** What is missing from a workspace, by the note of an earlier visit. */
export function lossOf(note: WorkspaceNote | null, workspace: Workspace): WorkspaceLoss | null {
  if (note === null || workspace.storage === 'memory') return null;
  if (note.missed !== undefined) return note.missed;
  if (workspace.filledAt !== null && workspace.filledAt !== note.filledAt) return 'cleared';
  return workspace.change < note.change ? 'older' : null;
}

/** Compares the workspace with the note of the last visit, and keeps the note up to date. */
export function useWorkspaceNote(workspace: Workspace | undefined): {
  readonly loss: WorkspaceLoss | null;
  readonly note: WorkspaceNote | null;
  /** Goes on with what is there. */
  accept(): void;
} {
  const [note, setNote] = useState(readNote);
  const loss = workspace === undefined ? null : lossOf(note, workspace);
  const present = workspace?.storage === 'durable' && loss === null ? workspace : undefined;

  useEffect(() => {
    if (present) writeNote(present);
  }, [present]);
  useEffect(() => {
    if (note && loss) storeNote({ ...note, missed: loss });
  }, [note, loss]);

  return {
    loss,
    note,
    accept: () => {
      if (workspace) setNote(writeNote(workspace));
    },
  };
}

function readNote(): WorkspaceNote | null {
  const text = withStorage((storage) => storage.getItem(NOTE));
  try {
    return text ? (JSON.parse(text) as WorkspaceNote) : null;
  } catch {
    return null;
  }
}

function writeNote({ scenario, change, filledAt }: Workspace): WorkspaceNote {
  const known = filledAt ?? readNote()?.filledAt ?? null;
  const note: WorkspaceNote = { scenario, change, seenAt: Date.now(), filledAt: known };
  storeNote(note);
  return note;
}

function storeNote(note: WorkspaceNote): void {
  withStorage((storage) => storage.setItem(NOTE, JSON.stringify(note)));
}
