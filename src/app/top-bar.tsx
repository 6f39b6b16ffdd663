import { Link } from 'react-router-dom';
import type { Organization } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import type { Persona } from '#src/ui/persona-name.ts';
import { HeaderTabs } from './header-tabs.tsx';
import { Mark } from './mark.tsx';
import { OrganizationSwitcher } from './organization-switcher.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import styles from './top-bar.module.css';

type TopBarProps = {
  /** Absent where none is chosen, or not loaded yet. */
  readonly organization: Organization | undefined;
  readonly persona: Persona | undefined;
};

/** The header: mark, organization, its tabs, and who is signed in. */
export function TopBar({ organization, persona }: TopBarProps) {
  return (
    <header className={styles['bar']}>
      <Link to={pathTo('organizations')} className={styles['home']}>
        <Mark />
        <span>{labels.administration}</span>
      </Link>
      {organization && (
        <>
          <OrganizationSwitcher current={organization} />
          <HeaderTabs organization={organization} />
        </>
      )}
      <div className={styles['end']}>{persona && <ProfileMenu persona={persona} />}</div>
    </header>
  );
}
