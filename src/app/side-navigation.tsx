import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router-dom';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import styles from './side-navigation.module.css';

export type SideLink = {
  readonly label: string;
  readonly to: string;
  readonly icon?: IconName;
  /** Stands behind the label, for example how many wait. */
  readonly badge?: ReactNode;
  /** Whether addresses below this one belong to it. */
  readonly hasChildren?: boolean;
  /** Belongs to the screen although the address does not say so. */
  readonly isCurrent?: boolean;
  /** The real product does not have it. */
  readonly isExtra?: boolean;
};

export type SideSection = {
  readonly heading?: string;
  readonly links: readonly SideLink[];
};

type SideNavigationProps = {
  readonly label: string;
  readonly back?: { readonly label: string; readonly to: string } | undefined;
  readonly title?: { readonly name: string; readonly detail: string } | undefined;
  readonly sections: readonly SideSection[];
};

/** The navigation at the left of a site, of the directory and of the settings. */
export function SideNavigation({ label, back, title, sections }: SideNavigationProps) {
  return (
    <nav aria-label={label} className={styles['nav']}>
      {back && (
        <Link to={back.to} className={styles['back']}>
          <Icon name="chevron-left" />
          {back.label}
        </Link>
      )}
      {title && (
        <div className={styles['title']}>
          <span className={styles['tile']}>
            <Icon name="site" />
          </span>
          <span className={styles['names']}>
            <span className={styles['name']}>{title.name}</span>
            <span className={styles['detail']}>{title.detail}</span>
          </span>
        </div>
      )}
      {sections.map((section) => (
        <div key={section.heading ?? 'first'} className={styles['section']}>
          {section.heading && <h2 className={styles['heading']}>{section.heading}</h2>}
          <ul>
            {section.links.map((link) => (
              <li key={link.to}>
                <SideLinkTo link={link}>
                  {link.icon && <Icon name={link.icon} />}
                  <span className={styles['label']}>{link.label}</span>
                  {(link.isExtra || link.badge) && (
                    <span className={styles['ends']}>
                      {link.isExtra && <SimulatorMark isCompact />}
                      {link.badge}
                    </span>
                  )}
                </SideLinkTo>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function SideLinkTo({ link, children }: { readonly link: SideLink; readonly children: ReactNode }) {
  const className = styles['link'] ?? '';
  return link.isCurrent ? (
    <Link to={link.to} className={className} aria-current="true">
      {children}
    </Link>
  ) : (
    <NavLink to={link.to} end={!link.hasChildren} className={className}>
      {children}
    </NavLink>
  );
}
