import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { messageQueries } from '#src/client/messages.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { Message } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { messageKindLabel, messageKinds } from '#src/ui/message-words.ts';
import { Pagination } from '#src/ui/pagination.tsx';
import { searchKeys } from '#src/ui/paths.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useKnownRow } from '#src/ui/use-known-row.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { columnsOf } from './message-columns.tsx';
import { MessagePanel } from './message-panel.tsx';

type MessageListProps = {
  readonly delivery: 'sent' | 'not-sent';
  /** Only what concerns this address; empty for everybody. */
  readonly address: string;
};

const ALL_SITES = '';

/** One of the mailbox's two lists. */
export function MessageList({ delivery, address }: MessageListProps) {
  const [params, setParams] = useSearchParams();
  const organizations = useQuery(directoryQueries.organizations());
  const sites = (organizations.data?.items ?? []).flatMap((organization) => organization.sites);
  const kinds = messageKinds(delivery === 'sent');
  const list = useListParams({
    filters: { site: sites.map(({ id }) => id), kind: kinds },
    hasSizes: true,
    openKey: 'message',
  });
  const { search, filters } = list;
  const messagesAt = ({ offset, limit }: BlockPlace) =>
    messageQueries.list({
      delivery,
      search,
      offset,
      limit,
      ...(filters.site && { siteId: filters.site }),
      ...(filters.kind && { kind: filters.kind }),
      ...(address !== '' && { to: address }),
    });
  const query = useQuery(messagesAt(list));
  const isBehindEnd = useExistingPage(list, query.data?.total);
  const { row: open, know } = useKnownRow(list.openId, query.data?.items, ({ id }) => id);

  function showAddress(to: string) {
    const tab = params.get(searchKeys.tab);
    setParams({
      ...(tab !== null && { [searchKeys.tab]: tab }),
      ...(to !== '' && { [searchKeys.address]: to }),
    });
  }

  return (
    <ListWithDetail
      detail={
        open && (
          <MessagePanel
            key={open.id}
            message={open}
            onClose={list.close}
            onShowAddress={address === '' ? showAddress : undefined}
          />
        )
      }
    >
      <ListToolbar
        list={list}
        searchLabel="Search messages by address or text"
        placeholder="Search address or text"
        filter={{
          label: 'Kind',
          all: 'All kinds',
          values: kinds,
          labelOf: messageKindLabel,
          value: filters.kind,
          onChange: (kind) => list.setFilter('kind', kind),
        }}
      >
        <SelectField
          isCompact
          label="Site"
          value={filters.site ?? ALL_SITES}
          options={[
            { value: ALL_SITES, label: 'All sites' },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(site) => list.setFilter('site', site === ALL_SITES ? undefined : site)}
        />
        {address !== '' && (
          <Button appearance="subtle" iconBefore="close" onPress={() => showAddress('')}>
            {`Only ${address}`}
          </Button>
        )}
      </ListToolbar>
      <RecordTable<Message>
        caption={delivery === 'sent' ? 'Sent messages' : 'Changes that nobody was told of'}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={columnsOf(delivery)}
        rowKey={({ id }) => id}
        openKey={list.openId}
        onOpen={(message) => {
          know(message);
          list.open(message.id);
        }}
        whole={wholeList(list.whole, messagesAt)}
        isNarrowed={list.isNarrowed || address !== ''}
        onClear={() => {
          list.clear();
          if (address !== '') showAddress('');
        }}
        empty={<NoMessages delivery={delivery} />}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        sizing={list}
        noun={
          delivery === 'sent'
            ? { one: 'message', other: 'messages' }
            : { one: 'change', other: 'changes' }
        }
      />
    </ListWithDetail>
  );
}

function NoMessages({ delivery }: Pick<MessageListProps, 'delivery'>) {
  return delivery === 'sent' ? (
    <EmptyState
      title="Nothing was sent yet"
      description="Migrating a customer to a new account, inviting somebody or changing a password sends a message."
    />
  ) : (
    <EmptyState
      title="Everybody was told so far"
      description="Copying customers, revoking access or changing a role happens without a message. Such changes will be listed here."
    />
  );
}
