/* The loaded part of `Dialog`: react-aria's modal in our look. */
import { useEffect, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './dialog-modal.module.css';
import type { DialogProps } from './dialog.tsx';

/** Holds the focus while it is there and gives it back afterwards. */
export function DialogModal({
  title,
  onClose,
  footer,
  width = 'medium',
  isBusy = false,
  isAlert = false,
  children,
}: DialogProps) {
  useFocusGivenBack();
  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled={isBusy}
      className={styles['blanket'] ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={classNames(styles['modal'], styles[width]) ?? ''}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          <div className={styles['body']}>{children}</div>
          {footer && <div className={styles['footer']}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * The focus goes back to where it was when the dialog opened. The modal does so by itself, but not
 * when its focused button was disabled or redrawn in the very moment in which it closes. Where the
 * step removed what opened the dialog, the page's heading takes the focus.
 */
function useFocusGivenBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Held, since the page itself may be gone by the time in which the focus would be given back.
      const page = document;
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (page.activeElement !== page.body) return;
          if (isThere(opener, page)) opener.focus();
          else page.querySelector<HTMLElement>('main h1')?.focus();
        }),
      );
    },
    [opener],
  );
}

function isThere(opener: Element | null, page: Document): opener is HTMLElement {
  return opener !== null && 'focus' in opener && page.contains(opener);
}
