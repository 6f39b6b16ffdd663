import { type ReactNode, Suspense } from 'react';
import styles from './frame.module.css';
import { StartScreen } from './start-screen.tsx';

type FrameProps = {
  readonly side?: ReactNode;
  readonly children: ReactNode;
};

/** Side navigation, where there is one, and the main region that the skip link leads to. */
export function Frame({ side, children }: FrameProps) {
  return (
    <div className={styles['frame']}>
      {side}
      <main id="main" tabIndex={-1} className={styles['main']}>
        <Suspense fallback={<StartScreen />}>{children}</Suspense>
      </main>
    </div>
  );
}
