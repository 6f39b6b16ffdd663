import { useQuery } from '@tanstack/react-query';
import { messageQueries } from '#src/client/messages.ts';
import type { Message, PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Hint } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { messageWords } from '#src/ui/message-words.ts';
import { Pagination } from '#src/ui/pagination.tsx';
import { type Column, RecordTable } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';

type CustomerMailProps = { readonly site: Site; readonly customer: PortalCustomerDetail };

const COLUMNS: readonly Column<Message>[] = [
  {
    id: 'at',
    heading: 'When',
    width: '14rem',
    cell: ({ at }) => <Instant at={at} format="date-time" />,
  },
  { id: 'kind', heading: 'About', isRowHeader: true, cell: about },
  {
    id: 'delivery',
    heading: 'Delivery',
    width: '12rem',
    cell: ({ sent }) =>
      sent ? <Lozenge tone="success">Sent</Lozenge> : <Lozenge>Nothing is sent</Lozenge>,
  },
];

/** The subject of a message, or what happened without one. */
function about(message: Message) {
  const words = messageWords(message);
  if (words.type === 'mail') return words.subject;
  return (
    <>
      {words.happened}
      <Hint>{words.advice}</Hint>
    </>
  );
}

/** What this address was told from this site, and of what it heard nothing. */
export function CustomerMail({ site, customer }: CustomerMailProps) {
  const list = useListParams({});
  const { offset, limit } = list;
  const query = useQuery(
    messageQueries.list({ siteId: site.id, to: customer.email, offset, limit }),
  );
  return (
    <>
      <RecordTable
        caption={`Mail to ${customer.email}`}
        query={query}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title="No mail"
            description="Nothing has happened yet of which this address would be told, or not be told."
          />
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        noun={{ one: 'message', other: 'messages' }}
      />
    </>
  );
}
