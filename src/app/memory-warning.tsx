import { Banner } from '#src/ui/banner.tsx';
import styles from './memory-warning.module.css';

/** Where the browser gives no durable storage. */
export function MemoryWarning() {
  return (
    <div className={styles['place']}>
      <Banner tone="warning" label="Storage">
        This browser keeps nothing: a reload loses the workspace. Save it as a file in the simulator
        panel before you leave.
      </Banner>
    </div>
  );
}
