import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { MenuButton, type MenuItem } from './menu-button.tsx';
import styles from './row-menu.module.css';

type RowMenuProps = {
  /** The record that the menu belongs to. */
  readonly name: string;
  readonly items: readonly MenuItem[];
};

/** The `•••` at the end of a row. */
export function RowMenu({ name, items }: RowMenuProps) {
  return (
    <MenuButton
      label={`More actions for ${name}`}
      sections={[{ id: 'actions', items }]}
      className={classNames(styles['button'])}
    >
      <Icon name="more" />
    </MenuButton>
  );
}
