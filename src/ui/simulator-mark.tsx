import { Icon } from './icon.tsx';
import styles from './simulator-mark.module.css';

/** Stands beside everything that the real product does not have; without its word where that has no room. */
export function SimulatorMark({ isCompact = false }: { readonly isCompact?: boolean }) {
  if (isCompact) {
    return (
      <span className={styles['compact']} title="Simulator: the real product does not have this">
        <Icon name="flask" size={12} label="Simulator" />
      </span>
    );
  }
  return (
    <span className={styles['mark']} title="The real product does not have this">
      <Icon name="flask" size={12} />
      Simulator
    </span>
  );
}
