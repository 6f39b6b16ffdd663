/* The simulated mailbox: a control of the simulator, in no administration of the real product. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { messageQueries } from '#src/client/messages.ts';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { Tabs, useTabParam } from '#src/ui/tabs.tsx';
import { MessageList } from './message-list.tsx';

/** What would be sent, and of what nobody is told. */
export function MailboxPage() {
  const [params, setParams] = useSearchParams();
  const [tab] = useTabParam(['sent', 'not-sent']);
  const address = params.get(searchKeys.address) ?? '';
  const sent = useTotal('sent', address);
  const notSent = useTotal('not-sent', address);

  function select(next: 'sent' | 'not-sent') {
    // Each tab has a list of its own; the address is what both are about.
    const kept = address === '' ? {} : { [searchKeys.address]: address };
    setParams(next === 'sent' ? kept : { ...kept, [searchKeys.tab]: next }, { replace: true });
  }

  return (
    <Page
      title="Mailbox"
      mark={<SimulatorMark />}
      breadcrumbs={[{ label: labels.admin, to: pathTo('organizations') }]}
      description="What the people of all sites would find in their inboxes, and which changes they hear nothing of."
    >
      <Stack gap="200">
        <SectionMessage tone="simulator">
          Nothing is sent: these messages exist in this browser only.
        </SectionMessage>
        <Tabs
          label="Messages"
          selected={tab}
          onSelect={select}
          items={[
            { id: 'sent', label: 'Sent', count: sent },
            { id: 'not-sent', label: 'Nobody was told', count: notSent },
          ]}
        >
          <MessageList key={tab} delivery={tab} address={address} />
        </Tabs>
      </Stack>
    </Page>
  );
}

function useTotal(delivery: 'sent' | 'not-sent', to: string): number | undefined {
  const query = { delivery, limit: 1, ...(to !== '' && { to }) };
  return useQuery(messageQueries.list(query)).data?.total;
}
