/*
 * The loaded part of `flags.tsx`. react-aria makes it a landmark that F6 reaches, announces each
 * flag, stops the clock while a flag is hovered or focused, and gives the focus back.
 */
import { useEffect, useState } from 'react';
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Link } from 'react-router-dom';
import { Button } from './button.tsx';
import type { Flag, FlagAction, FlagInbox } from './flags.tsx';
import styles from './flag-region.module.css';
import { Icon } from './icon.tsx';

const LINGER_MS = 8000;

function lingers(flag: Flag): boolean {
  return flag.tone === 'error' || (flag.actions?.length ?? 0) > 0;
}

function Action({ action, onDone }: { readonly action: FlagAction; readonly onDone: () => void }) {
  if (action.to !== undefined) {
    return (
      <Link to={action.to} onClick={onDone}>
        {action.label}
      </Link>
    );
  }
  return (
    <Button
      appearance="link"
      onPress={() => {
        action.onPress?.();
        onDone();
      }}
    >
      {action.label}
    </Button>
  );
}

/** Shows what comes into the inbox, at most three flags at a time. */
export function FlagRegion({ inbox }: { readonly inbox: FlagInbox }) {
  const [queue] = useState(() => new ToastQueue<Flag>({ maxVisibleToasts: 3 }));

  useEffect(
    () => inbox.connect((flag) => queue.add(flag, lingers(flag) ? {} : { timeout: LINGER_MS })),
    [inbox, queue],
  );

  return (
    <ToastRegion queue={queue} aria-label="Messages" className={styles['region'] ?? ''}>
      {({ toast }) => (
        <Toast toast={toast} className={styles['flag'] ?? ''}>
          <span className={styles[toast.content.tone]}>
            <Icon name={toast.content.tone} label={toast.content.tone} />
          </span>
          <div className={styles['words']}>
            <ToastContent>
              <Text slot="title" className={styles['title'] ?? ''}>
                {toast.content.title}
              </Text>
              {toast.content.description && (
                <Text slot="description" className={styles['description'] ?? ''}>
                  {toast.content.description}
                </Text>
              )}
            </ToastContent>
            {toast.content.actions && (
              <div className={styles['actions']}>
                {toast.content.actions.map((action) => (
                  <Action
                    key={action.label}
                    action={action}
                    onDone={() => queue.close(toast.key)}
                  />
                ))}
              </div>
            )}
          </div>
          <AriaButton slot="close" aria-label="Dismiss" className={styles['close'] ?? ''}>
            <Icon name="close" />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
