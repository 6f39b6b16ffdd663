import { Icon } from './icon.tsx';
import styles from './simulator-mark.module.css';

/** Stands beside everything that the real product does not have. */
export function SimulatorMark() {
  return (
    <span className={styles['mark']} title="The real product does not have this">
      <Icon name="flask" size={12} />
      Simulator
    </span>
  );
}
