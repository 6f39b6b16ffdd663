import { Skeleton, SkeletonLines } from '#src/ui/skeleton.tsx';
import styles from './start-screen.module.css';

/** Stands in the page's place while its code is on the way. */
export function StartScreen() {
  return (
    <div className={styles['screen']} aria-busy>
      <span className={styles['words']}>Loading</span>
      <Skeleton width="18rem" height="2rem" />
      <SkeletonLines count={6} />
    </div>
  );
}
