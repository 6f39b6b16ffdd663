import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { serverQueries } from '#src/client/servers.ts';
import { countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { SectionHeading } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import card from './organization-card.module.css';
import styles from './organizations-page.module.css';

const EDITIONS = { server: 'Jira Server', 'data-center': 'Jira Data Center' } as const;
const PROJECTS = { one: 'service project', other: 'service projects' };

/** Jira servers to migrate from; nothing for those who administer none. */
export function ServerList() {
  const { data, error, refetch } = useQuery(serverQueries.list());
  if (!data && error) return <ProblemMessage error={error} retry={refetch} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="servers" className={styles['servers']}>
      <SectionHeading id="servers">Jira servers</SectionHeading>
      <p className={card['facts']}>Not part of the cloud yet: go here to migrate from them.</p>
      <ul className={styles['grid']}>
        {data.items.map(({ id, name, edition, serviceProjects, isLoaded }) => (
          <li key={id}>
            <article className={card['card']} aria-labelledby={id}>
              <header className={card['head']}>
                <span className={styles['tile']}>
                  <Icon name="settings" size={20} />
                </span>
                <div>
                  <h3 id={id} className={card['name']}>
                    <Link to={pathTo('server', { serverId: id })}>{name}</Link>
                  </h3>
                  <p className={card['facts']}>
                    {`${EDITIONS[edition]}, ${isLoaded ? countOf(serviceProjects, PROJECTS) : 'nothing loaded yet'}`}
                  </p>
                </div>
              </header>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
