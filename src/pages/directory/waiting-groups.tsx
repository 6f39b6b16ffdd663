import { Link } from 'react-router-dom';
import type { Organization } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';

const GROUPS = { one: 'imported group waits', other: 'imported groups wait' };

/** Says on which sites imported groups wait for review; nothing when none does. */
export function WaitingGroups({ sites }: { readonly sites: Organization['sites'] }) {
  const waiting = sites.filter(({ counts }) => counts.importedGroupsPending > 0);
  return waiting.map(({ id, name, counts }) => (
    <SectionMessage
      key={id}
      tone="warning"
      actions={<Link to={pathTo('imported-groups', { siteId: id })}>{labels.reviewNow}</Link>}
    >
      {`${countOf(counts.importedGroupsPending, GROUPS)} for review on ${name}. The access that waits is not applied yet.`}
    </SectionMessage>
  ));
}
