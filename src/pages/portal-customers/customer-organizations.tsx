import { count } from '#src/ui/count.ts';
import { VisuallyHidden } from '#src/ui/layout.tsx';
import styles from './customer-organizations.module.css';

type CustomerOrganizationsProps = {
  readonly names: readonly string[];
  /** How many are shown before the rest is a number. */
  readonly most?: number;
};

/** Names of customer organizations, one a line. */
export function CustomerOrganizations({ names, most = Infinity }: CustomerOrganizationsProps) {
  if (names.length === 0) return <VisuallyHidden>None</VisuallyHidden>;
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const rest = names.length - shown.length;
  return (
    <ul className={styles['names']}>
      {shown.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {rest > 0 && <li className={styles['rest']}>{`and ${count(rest)} more`}</li>}
    </ul>
  );
}
