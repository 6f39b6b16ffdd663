import type { CopyPlan } from '#src/contract/wire.ts';
import { Icon } from '#src/ui/icon.tsx';
import styles from './copy-plans.module.css';

/** From which site to which. */
export function SiteRoute({ plan }: { readonly plan: Pick<CopyPlan, 'source' | 'destination'> }) {
  return (
    <span className={styles['route']}>
      {plan.source.name}
      <Icon name="arrow-right" label="to" />
      {plan.destination.name}
    </span>
  );
}
