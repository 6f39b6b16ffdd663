import { downloadMailingList } from '#src/client/copy-afterwards.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { DownloadButton } from './download-button.tsx';

/** Nobody was told of the run: the ways to tell people, and whom to tell what (S2, "Notify customers"). */
export function NotifyCustomers({ plan }: { readonly plan: CopyPlan }) {
  const siteId = plan.destination.id;
  return (
    <Card title="Notify customers">
      <p>
        {`Customers got no e-mail about this run. Invite new customers to ${plan.destination.name}, or give those who are there already a link to the help center: they can log in directly.`}
      </p>
      <Inline>
        <LinkButton to={pathTo('customer-access', { siteId })}>{labels.addCustomers}</LinkButton>
        <LinkButton to={pathTo('help-center', { siteId })}>Help center</LinkButton>
        <DownloadButton load={() => downloadMailingList(plan.id)}>
          Mailing list (CSV)
        </DownloadButton>
        <SimulatorMark />
      </Inline>
      <p>
        The mailing list has one row for every customer of the run: what happened to the account,
        how the person logs in now, what must happen before, and the group of people who get the
        same message.
      </p>
    </Card>
  );
}
