import { useQuery } from '@tanstack/react-query';
import { helpCenterQueries } from '#src/client/help-center.ts';
import type { HelpCenter, Site } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { AdminNote } from './admin-note.tsx';
import { HelpCenterFrame } from './help-center-frame.tsx';
import { LogInScreen } from './log-in-screen.tsx';
import { Portals } from './portals.tsx';
import { Requests } from './requests.tsx';
import styles from './seen-as.module.css';

type SeenAsProps = { readonly site: Site; readonly email: string };

/** The help center of a site as the person with an address sees it. */
export function SeenAs({ site, email }: SeenAsProps) {
  const { data, error, refetch } = useQuery(helpCenterQueries.view(site.id, email));
  if (!data) {
    return error ? <Failed error={error} retry={refetch} /> : <SkeletonLines count={8} />;
  }
  return (
    <Stack gap="300">
      <section className={styles['banner']} aria-label="Whose help center this is">
        <Inline justify="between">
          <p>
            {'You see the help center as '}
            <strong>{data.name || data.email}</strong>
            {data.name && ` (${data.email})`}
          </p>
          <LinkButton to={pathTo('help-center', { siteId: site.id })}>
            Choose somebody else
          </LinkButton>
        </Inline>
      </section>
      {isNobody(data) ? (
        <EmptyState
          image="people"
          title="Nobody here has this address"
          description={`${data.email} has no account on ${site.name}. Whoever signs up with it starts with nothing.`}
        />
      ) : (
        <>
          <AdminNote site={site} standing={data.standing} />
          <HelpCenterFrame siteName={site.name} person={data.name || data.email}>
            <LogInScreen logIn={data.standing.logIn} />
            <Portals portals={data.portals} />
            <Requests requests={data.requests} logIn={data.standing.logIn} />
          </HelpCenterFrame>
        </>
      )}
    </Stack>
  );
}

function isNobody({ standing, requests }: HelpCenter): boolean {
  return !standing.portalOnly && !standing.atlassian && requests.length === 0;
}
