import type { HelpCenterRequest } from '#src/contract/wire.ts';
import { count } from './count.ts';
import { Icon } from './icon.tsx';
import styles from './before-after.module.css';

/** Enough to recognise them by; the count is in the title. */
const SHOWN = 3;

type RequestsChangedProps = {
  readonly title: string;
  readonly requests: readonly HelpCenterRequest[];
  readonly tone: 'gained' | 'lost';
};

/** Requests that a step opens or closes; nothing where there are none. */
export function RequestsChanged({ title, requests, tone }: RequestsChangedProps) {
  if (requests.length === 0) return null;
  const more = requests.length - SHOWN;
  return (
    <div className={styles['requests']}>
      <p className={styles[tone]}>
        <Icon name={tone === 'gained' ? 'success' : 'lock'} />
        {title}
      </p>
      <ul>
        {requests.slice(0, SHOWN).map(({ id, key, summary }) => (
          <li key={id}>
            <span className={styles['key']}>{key}</span> {summary}
          </li>
        ))}
        {more > 0 && <li className={styles['more']}>and {count(more)} more</li>}
      </ul>
    </div>
  );
}
