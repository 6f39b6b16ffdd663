/*
 * A button that opens a menu. The button is plain HTML and is there at once; the menu's behaviour
 * is loaded when somebody is about to use it, and opens even when pressed before that.
 */
import { lazy, type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import type { IconName } from './icon.tsx';
import { LatePart } from './late-part.tsx';
import { prefetch } from './missing-code.ts';
import styles from './menu-button.module.css';

const loadMenu = () => import('./menu-popover.tsx');
const MenuPopover = lazy(async () => ({ default: (await loadMenu()).MenuPopover }));

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: IconName;
  readonly onSelect?: (() => void) | undefined;
  /** Makes it a link. */
  readonly to?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Why it is disabled; shown under the label. */
  readonly reason?: string | undefined;
  readonly isDanger?: boolean;
  /** The real product does not have it. */
  readonly isExtra?: boolean;
  /** The one of the section that is in force. */
  readonly isCurrent?: boolean;
};

export type MenuSection = {
  readonly id: string;
  readonly heading?: string;
  readonly items: readonly MenuItem[];
};

export type OpenedBy = 'pointer' | 'first' | 'last';

type MenuButtonProps = {
  /** The accessible name of the button and of the menu. */
  readonly label: string;
  readonly sections: readonly MenuSection[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top end';
  readonly className?: string | undefined;
  /** The look of the button. */
  readonly children: ReactNode;
};

/** Enter and Space too: as clicks they would count as a screen reader's, which enters no item. */
const FOCUSED_BY_KEY: Readonly<Record<string, OpenedBy>> = {
  Enter: 'first',
  ' ': 'first',
  ArrowDown: 'first',
  ArrowUp: 'last',
};

/** A trigger with a menu under it. */
export function MenuButton({
  label,
  sections,
  placement = 'bottom end',
  className,
  children,
}: MenuButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  // The item that has the focus when it opens: none by pointer, the first or last by keyboard.
  const [opened, setOpened] = useState<OpenedBy | null>(null);
  const isOpen = opened !== null;
  const chosen = useRef<(() => void) | undefined>(undefined);

  // The choice acts once the menu is gone and the focus is back on the trigger, so that a dialog
  // which it opens knows where to give the focus back to.
  useEffect(() => {
    const act = chosen.current;
    if (isOpen || !act) return;
    chosen.current = undefined;
    trigger.current?.focus();
    act();
  }, [isOpen]);

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={classNames(styles['trigger'], className)}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={() => prefetch(loadMenu)}
        onFocus={() => prefetch(loadMenu)}
        onClick={() => setOpened('pointer')}
        onKeyDown={(event) => {
          const focused = FOCUSED_BY_KEY[event.key];
          if (!focused) return;
          event.preventDefault();
          setOpened(focused);
        }}
      >
        {children}
      </button>
      {opened && (
        <LatePart>
          <MenuPopover
            label={label}
            trigger={trigger}
            sections={sections}
            placement={placement}
            openedBy={opened}
            onChoose={(act) => {
              chosen.current = act;
            }}
            onClose={() => setOpened(null)}
          />
        </LatePart>
      )}
    </>
  );
}
