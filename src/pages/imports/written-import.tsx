/* What an import has written, and where to look at it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import type { ImportSession } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { loadName } from './file-words.ts';

const ROWS = { one: 'row was', other: 'rows were' };

type WrittenImportProps = {
  readonly session: ImportSession;
  /** The button that wrote it was here a moment ago. */
  readonly takesFocus: boolean;
};

/** The outcome and the ways on: the people loaded, and what is still missing. */
export function WrittenImport({ session, takesFocus }: WrittenImportProps) {
  const { siteName, counts, place } = session;
  const outcome = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) outcome.current?.focus();
  }, [takesFocus]);

  return (
    <>
      <section ref={outcome} tabIndex={-1} aria-label="Outcome">
        <SectionMessage
          tone={counts.refused > 0 ? 'warning' : 'success'}
          title={`${loadName(session) || 'Nothing'} loaded into ${siteName}`}
          actions={
            place === 'server' ? (
              <PeopleOfServer session={session} />
            ) : (
              <PeopleOfSite session={session} />
            )
          }
        >
          {counts.refused > 0
            ? `${countOf(counts.refused, ROWS)} refused and not loaded. Download them below.`
            : `Every row of these files is on the ${place} now.`}
        </SectionMessage>
      </section>
      {place === 'server' ? <AfterServer session={session} /> : <AfterSite session={session} />}
    </>
  );
}

type PartProps = { readonly session: ImportSession };

function PeopleOfSite({ session: { siteId } }: PartProps) {
  return (
    <>
      <LinkButton appearance="link" to={pathTo('portal-customers', { siteId })}>
        {labels.portalCustomers}
      </LinkButton>
      <LinkButton appearance="link" to={pathTo('site-users', { siteId })}>
        {labels.users}
      </LinkButton>
    </>
  );
}

function PeopleOfServer({ session: { siteId: serverId } }: PartProps) {
  return (
    <LinkButton appearance="link" to={pathTo('server-users', { serverId })}>
      {labels.users}
    </LinkButton>
  );
}

/** The other site of a copy. */
function AfterSite({ session: { siteId, siteName } }: PartProps) {
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const { data: organization } = useQuery({
    ...directoryQueries.organization(site?.organization.id ?? ''),
    enabled: site !== undefined,
  });
  const others = organization?.sites.filter(({ id }) => id !== siteId) ?? [];
  return (
    <Card title="What next">
      <p>
        A copy needs two sites. Load the exports of the other one too, or go on with more files for
        this one.
      </p>
      <Inline>
        {others.map(({ id, name }) => (
          <LinkButton key={id} to={pathTo('load-exports', { siteId: id })}>
            {`Load exports into ${name}`}
          </LinkButton>
        ))}
        <LinkButton appearance="subtle" to={pathTo('load-exports', { siteId })}>
          {`Load more into ${siteName}`}
        </LinkButton>
      </Inline>
    </Card>
  );
}

function AfterServer({ session: { siteId: serverId, siteName } }: PartProps) {
  return (
    <Card title="What next">
      <p>
        Assess the users: an address that is wrong or double would block their migration. A further
        file about them completes what is there.
      </p>
      <Inline>
        <LinkButton to={pathTo('server-assessment', { serverId })}>
          {labels.assessAndPrepare}
        </LinkButton>
        <LinkButton appearance="subtle" to={pathTo('server-load-exports', { serverId })}>
          {`Load more into ${siteName}`}
        </LinkButton>
      </Inline>
    </Card>
  );
}
