import type { HelpCenter } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { SectionHeading } from '#src/ui/layout.tsx';
import styles from './portals.module.css';

const PORTALS = { one: 'portal opens', other: 'portals open' };

/** The service projects of the site: all of them open to whoever gets in. */
export function Portals({ portals }: Pick<HelpCenter, 'portals'>) {
  const open = portals.filter(({ isOpen }) => isOpen).length;
  return (
    <section aria-label="Portals">
      <div className={styles['head']}>
        <SectionHeading level={3}>Portals</SectionHeading>
        <span className={styles['count']}>
          {open === 0 ? 'No portal opens' : countOf(open, PORTALS)}
        </span>
      </div>
      <ul className={styles['portals']}>
        {portals.map(({ id, name, key, isOpen }) => (
          <li key={id} className={isOpen ? styles['portal'] : styles['closed']}>
            <Icon name={isOpen ? 'file' : 'lock'} label={isOpen ? undefined : 'Closed'} />
            <span className={styles['name']}>{name}</span>
            <span className={styles['key']}>{key}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
