import type { Standing } from '#src/contract/wire.ts';
import { Icon } from '#src/ui/icon.tsx';
import { SectionHeading } from '#src/ui/layout.tsx';
import styles from './help-center-card.module.css';
import { logInScreen, type ScreenTone } from './log-in-screen-words.ts';

const ICONS: Readonly<Record<ScreenTone, 'success' | 'info' | 'lock' | 'refresh'>> = {
  open: 'success',
  wait: 'info',
  closed: 'lock',
  loop: 'refresh',
};

/** What the person meets first: the log-in page, and where it leads. */
export function LogInScreen({ logIn }: { readonly logIn: Standing['logIn'] }) {
  const { tone, title, steps } = logInScreen(logIn);
  return (
    <section className={styles['card']} aria-label="Log-in">
      <div className={styles['head']}>
        <span className={styles[tone]}>
          <Icon name={ICONS[tone]} size={24} />
        </span>
        <SectionHeading level={3}>{title}</SectionHeading>
      </div>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
