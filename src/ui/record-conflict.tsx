/* The loaded part of `SavingProblem` and of `useStaleStep`: what differs, who changed it, and the ways on. */
import { Button } from './button.tsx';
import { ComparedTable } from './compared-table.tsx';
import { differing, type ConflictField } from './conflict-fields.ts';
import { handFocusOn } from './hand-focus-on.ts';
import { formatInstant } from './instant.tsx';
import { Inline, Stack } from './layout.tsx';
import { isPersona, personaName } from './persona-name.ts';
import { SectionMessage } from './section-message.tsx';

export type RecordConflictProps = {
  /** What the attempt threw. */
  readonly error: unknown;
  readonly fields: readonly ConflictField[];
  /** A step has nothing to keep: it is offered again where it was. */
  readonly edit?:
    | {
        readonly onKeep: () => void;
        readonly onTake: () => void;
        /** Why what was entered cannot be saved as it is. */
        readonly whyNotKeep?: string | undefined;
      }
    | undefined;
};

/** What somebody else made of the record beside what was entered here, or seen. */
export function RecordConflict({ error, fields, edit }: RecordConflictProps) {
  const rows = differing(fields).map(({ label, yours, now }) => ({
    heading: label,
    now: yours,
    afterwards: <strong>{now}</strong>,
  }));
  return (
    <div role="alert" tabIndex={-1} ref={takeFocus}>
      <SectionMessage tone="warning" title="This changed while you were looking at it">
        <Stack gap="150">
          <p>{[lastChange(error), explained(rows.length, edit !== undefined)].join(' ')}</p>
          {rows.length > 0 && (
            <ComparedTable
              caption={edit ? 'What you entered and what is there now' : 'Then and now'}
              of="Field"
              now={edit ? 'Yours' : 'When you looked'}
              afterwards="Now"
              rows={rows}
            />
          )}
          {edit && (
            <Inline>
              {rows.length > 0 && (
                <Button
                  isDisabled={edit.whyNotKeep !== undefined}
                  {...(edit.whyNotKeep !== undefined && { reason: edit.whyNotKeep })}
                  onPress={edit.onKeep}
                >
                  Keep mine
                </Button>
              )}
              <Button appearance={rows.length > 0 ? 'subtle' : 'default'} onPress={edit.onTake}>
                Take what is there now
              </Button>
            </Inline>
          )}
        </Stack>
      </SectionMessage>
    </div>
  );
}

/** Read at once; when it goes, the focus goes on where it stood. */
function takeFocus(element: HTMLElement | null): () => void {
  element?.focus();
  return handFocusOn(element);
}

function explained(differences: number, isEdit: boolean): string {
  if (isEdit) {
    return differences > 0
      ? 'Nothing was saved yet, and what you entered is still here.'
      : 'What is there now says the same as yours, so nothing is left to save.';
  }
  return differences > 0
    ? 'Your step was not taken and changed nothing. If it still makes sense, take it again.'
    : 'Your step was not taken and changed nothing. What it is about is as you saw it, so you can take it again.';
}

/** The refusal says who, as far as the log knows. */
function lastChange(error: unknown): string {
  const facts = typeof error === 'object' && error !== null && 'facts' in error ? error.facts : {};
  const { by, at } = (facts ?? {}) as { readonly by?: unknown; readonly at?: unknown };
  const who = isPersona(by)
    ? `${/^[aeio]/.test(personaName(by)) ? 'an' : 'a'} ${personaName(by)}`
    : by === 'simulator'
      ? 'the simulator, as work went on'
      : null;
  if (who === null || typeof at !== 'number') return 'Somebody else changed it.';
  return `Last changed by ${who}, ${formatInstant(at, 'date-time')}.`;
}
