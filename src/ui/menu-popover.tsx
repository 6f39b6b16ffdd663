/* The open menu of a `MenuButton`: react-aria's keyboard, focus and positioning in our look. */
import type { RefObject } from 'react';
import {
  Header,
  Menu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Popover,
  RouterProvider,
  Text,
} from 'react-aria-components';
import { useHref, useNavigate } from 'react-router-dom';
import { Icon } from './icon.tsx';
import type { MenuItem, MenuSection, OpenedBy } from './menu-button.tsx';
import { SimulatorMark } from './simulator-mark.tsx';
import styles from './menu-popover.module.css';

type MenuPopoverProps = {
  readonly label: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly sections: readonly MenuSection[];
  readonly placement: 'bottom start' | 'bottom end' | 'top end';
  readonly openedBy: OpenedBy;
  /** Told what a chosen item does, just before the menu closes. */
  readonly onChoose: (act: () => void) => void;
  readonly onClose: () => void;
};

type ItemProps = Pick<MenuPopoverProps, 'onChoose'> & { readonly item: MenuItem };

function Item({ item, onChoose }: ItemProps) {
  const { onSelect } = item;
  const note = item.isDisabled ? item.reason : item.description;
  return (
    <AriaMenuItem
      id={item.id}
      className={styles[item.isDanger ? 'dangerItem' : 'item'] ?? ''}
      textValue={item.label}
      isDisabled={item.isDisabled ?? false}
      {...(item.to !== undefined && { href: item.to })}
      {...(onSelect && { onAction: () => onChoose(onSelect) })}
    >
      {item.icon && <Icon name={item.icon} />}
      <span className={styles['words']}>
        {/* What is seen is also what the item is called. */}
        <Text slot="label" className={styles['label'] ?? ''}>
          {item.label}
          {item.isExtra && (
            <>
              {' '}
              <SimulatorMark />
            </>
          )}
        </Text>
        {note && (
          <Text slot="description" className={styles['note'] ?? ''}>
            {note}
          </Text>
        )}
      </span>
      {item.isCurrent && <Icon name="check" label="current" />}
    </AriaMenuItem>
  );
}

/** Holds the focus while it is open; choosing, Esc or a press outside closes it. */
export function MenuPopover({
  label,
  trigger,
  sections,
  placement,
  openedBy,
  onChoose,
  onClose,
}: MenuPopoverProps) {
  const navigate = useNavigate();
  return (
    // oxlint-disable-next-line react/hooks -- react-aria calls it as the hook that it is
    <RouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <Popover
        isOpen
        aria-label={label}
        triggerRef={trigger}
        placement={placement}
        offset={4}
        className={styles['popover'] ?? ''}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Menu
          aria-label={label}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu is entered by opening it
          autoFocus={openedBy === 'pointer' ? true : openedBy}
          className={styles['menu'] ?? ''}
          onClose={onClose}
        >
          {sections.map((section) => (
            <AriaMenuSection
              key={section.id}
              className={styles['section'] ?? ''}
              aria-label={section.heading ?? label}
            >
              {section.heading && (
                <Header className={styles['heading'] ?? ''}>{section.heading}</Header>
              )}
              {section.items.map((item) => (
                <Item key={item.id} item={item} onChoose={onChoose} />
              ))}
            </AriaMenuSection>
          ))}
        </Menu>
      </Popover>
    </RouterProvider>
  );
}
