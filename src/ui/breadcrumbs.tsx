import { Link } from 'react-router-dom';
import styles from './breadcrumbs.module.css';

export type Crumb = {
  readonly label: string;
  /** Absent where the place has no screen of its own. */
  readonly to?: string | undefined;
};

/** The way from the top to this page; the page itself is its title and not repeated. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  if (items.length === 0) return null;
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles['list']}>
        {items.map(({ label, to }) => (
          <li key={`${label} ${to ?? ''}`} className={styles['item']}>
            {to === undefined ? label : <Link to={to}>{label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
