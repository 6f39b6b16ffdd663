/* What an administrator can do about it: the only part of the page that the person does not see. */
import { Link } from 'react-router-dom';
import type { Site, Standing } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { cureOf } from './cure.ts';

type AdminNoteProps = { readonly site: Site; readonly standing: Standing };

/** The cure in steps, with the way to the records; nothing where everything is as it should be. */
export function AdminNote({ site, standing }: AdminNoteProps) {
  const cure = cureOf(standing);
  if (!cure) return null;
  return (
    <SectionMessage
      tone="warning"
      title={cure.title}
      actions={<Records site={site} standing={standing} />}
    >
      {cure.steps.join(' ')}
    </SectionMessage>
  );
}

function Records({ site, standing }: AdminNoteProps) {
  const { portalOnly, atlassian } = standing;
  const siteId = site.id;
  return (
    <Inline gap="200">
      {portalOnly && (
        <Link to={pathTo('portal-customer', { siteId, customerId: portalOnly.id })}>
          Open the portal-only account
        </Link>
      )}
      {atlassian && (
        <Link to={wayToAccount(site, atlassian.id)}>{`Open the ${labels.atlassianAccount}`}</Link>
      )}
    </Inline>
  );
}

function wayToAccount({ id: siteId, organization }: Site, accountId: string): string {
  return organization.experience === 'centralized'
    ? pathTo('directory-user', { organizationId: organization.id, accountId })
    : pathTo('site-user', { siteId, accountId });
}
