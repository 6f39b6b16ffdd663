/*
 * Modal dialogs, rendered while they are open. Their behaviour (focus trap, Esc, the rest of the
 * page made inert) is loaded with the first one.
 */
import { lazy, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { LatePart } from './late-part.tsx';
import { prefetch } from './missing-code.ts';
import { ProblemMessage } from './problem-message.tsx';

const loadModal = () => import('./dialog-modal.tsx');
const DialogModal = lazy(async () => ({ default: (await loadModal()).DialogModal }));

/** Fetches what dialogs need before one is asked for: call it on hover or focus. */
export function prefetchDialog(): void {
  prefetch(loadModal);
}

export type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  /** 400, 600 or 800 pixels. */
  readonly width?: 'small' | 'medium' | 'large';
  /** Work is under way: it cannot be closed. */
  readonly isBusy?: boolean;
  /** For what cannot be undone: announced as an alert dialog. */
  readonly isAlert?: boolean;
  readonly children: ReactNode;
};

/** A modal dialog with a title, a body that scrolls, and a footer. */
function Dialog(props: DialogProps) {
  return (
    <LatePart>
      <DialogModal {...props} />
    </LatePart>
  );
}

type ConfirmDialogProps = Pick<DialogProps, 'title' | 'width' | 'children' | 'onClose'> & {
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly appearance?: 'primary' | 'danger';
  readonly isBusy?: boolean;
  readonly isConfirmDisabled?: boolean;
  /** What the attempt threw; shown inside, the dialog stays. */
  readonly error?: unknown;
  /** Stands for the words of `error`, as where somebody else changed the record. */
  readonly refusal?: ReactNode;
  readonly cancelLabel?: string;
};

/** Asks once more, naming the step on its button. */
export function ConfirmDialog({
  title,
  width = 'medium',
  confirmLabel,
  cancelLabel = 'Cancel',
  onConfirm,
  onClose,
  appearance = 'primary',
  isBusy = false,
  isConfirmDisabled = false,
  error,
  refusal,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      // Then and now stand side by side.
      width={refusal && width === 'small' ? 'medium' : width}
      isBusy={isBusy}
      isAlert={appearance === 'danger'}
      onClose={onClose}
      footer={
        <>
          <Button appearance="subtle" isDisabled={isBusy} onPress={onClose}>
            {cancelLabel}
          </Button>
          <Button
            appearance={appearance}
            isBusy={isBusy}
            isDisabled={isConfirmDisabled}
            onPress={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {refusal || (error ? <ProblemMessage error={error} /> : null)}
      {children}
    </Dialog>
  );
}
