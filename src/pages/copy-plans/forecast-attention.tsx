import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import styles from './copy-plans.module.css';
import { wordsOf } from './flow-words.ts';
import { ROWS } from './plan-words.ts';

type ForecastAttentionProps = { readonly plan: CopyPlan; readonly forecast: Forecast };

/** What RequiresAttention.csv would hold (S0). */
export function ForecastAttention({ plan, forecast }: ForecastAttentionProps) {
  const { people } = wordsOf(plan);
  const { 'review-group': grouped, 'upgrade-portal-only': duplicates } = forecast.attention;
  if (grouped + duplicates === 0) {
    return (
      <p className={styles['calm']}>
        <Icon name="success" /> Nothing will require attention.
      </p>
    );
  }
  return (
    <>
      <p>{`RequiresAttention.csv will have ${countOf(grouped + duplicates, ROWS)}.`}</p>
      <ul className={styles['reasons']}>
        {grouped > 0 && (
          <li>
            <span className={styles['figure']}>{count(grouped)}</span>
            <span>
              {`${grouped === 1 ? 'joins' : 'join'} the imported group `}
              <strong>{forecast.importedGroupName}</strong>, to be reviewed. Approving it assigns
              the Customer role.
            </span>
          </li>
        )}
        {duplicates > 0 && (
          <li>
            <span className={styles['figure']}>{count(duplicates)}</span>
            <span>
              {`${duplicates === 1 ? people.one : people.other} with duplicate accounts. The portal-only account of each must be migrated to its Atlassian account.`}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
