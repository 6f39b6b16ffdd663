import { useQuery } from '@tanstack/react-query';
import { serverQueries } from '#src/client/servers.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { Server, ServerPerson } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { PEOPLE_SORTS, peopleColumns } from './people-columns.tsx';
import { CHANNELS, KINDS, PEOPLE, PROBLEMS, STATES } from './people-words.ts';

const FILTERS = {
  kind: ['licensed', 'customer'],
  channel: ['portal', 'email', 'none'],
  state: ['active', 'inactive', 'deleted'],
  problem: ['invalid', 'duplicated'],
} as const;

/** Everybody on a server. */
export function PeopleList({ server }: { readonly server: Server }) {
  const { id: serverId, directories } = server;
  const list = useListParams({
    filters: { ...FILTERS, directory: directories.map(({ id }) => id) },
    sorts: PEOPLE_SORTS,
    defaultSort: 'name',
    hasSizes: true,
  });
  const { search, filters, sort } = list;
  const peopleAt = ({ offset, limit }: BlockPlace) =>
    serverQueries.people(serverId, {
      search,
      ...filters,
      offset,
      limit,
      ...(sort && { sort: sort.by, direction: sort.direction }),
    });
  const query = useQuery(peopleAt(list));
  const isBehindEnd = useExistingPage(list, query.data?.total);

  return (
    <section aria-label={labels.users}>
      {server.counts.people > 0 && (
        <ListToolbar
          list={list}
          searchLabel="Search users by name, user name or e-mail"
          placeholder="Search users"
          filter={{
            label: 'Type',
            all: 'All types',
            values: FILTERS.kind,
            labelOf: (kind) => KINDS[kind],
            value: filters.kind,
            onChange: (kind) => list.setFilter('kind', kind),
          }}
        >
          <Filter
            label="First request by"
            all="Any first request"
            values={FILTERS.channel}
            labelOf={(channel) => CHANNELS[channel]}
            value={filters.channel}
            onChange={(channel) => list.setFilter('channel', channel)}
          />
          <Filter
            label="Directory"
            all="All directories"
            values={directories.map(({ id }) => id)}
            labelOf={(id) => directories.find((each) => each.id === id)?.name ?? id}
            value={filters.directory}
            onChange={(directory) => list.setFilter('directory', directory)}
          />
          <Filter
            label={labels.status}
            all="All statuses"
            values={FILTERS.state}
            labelOf={(state) => STATES[state].label}
            value={filters.state}
            onChange={(state) => list.setFilter('state', state)}
          />
          <Filter
            label="Address"
            all="Any address"
            values={FILTERS.problem}
            labelOf={(problem) => PROBLEMS[problem]}
            value={filters.problem}
            onChange={(problem) => list.setFilter('problem', problem)}
          />
        </ListToolbar>
      )}
      <RecordTable<ServerPerson, (typeof PEOPLE_SORTS)[number]>
        caption={`Users of ${server.name}`}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={peopleColumns}
        rowKey={({ id }) => id}
        whole={wholeList(list.whole, peopleAt)}
        sort={sort}
        onSort={list.toggleSort}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
        empty={<Nobody serverId={serverId} />}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        sizing={list}
        noun={PEOPLE}
      />
    </section>
  );
}

function Nobody({ serverId }: { readonly serverId: string }) {
  return (
    <EmptyState
      image="people"
      title="Nobody is on this server yet"
      description="Load the exports of a real server, its users or its assessment, to rehearse with them."
      action={
        <LinkButton appearance="primary" to={pathTo('server-load-exports', { serverId })}>
          Load exports
        </LinkButton>
      }
    />
  );
}

type FilterProps<Value extends string> = {
  readonly label: string;
  readonly all: string;
  readonly values: readonly Value[];
  readonly labelOf: (value: Value) => string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
};

function Filter<Value extends string>(props: FilterProps<Value>) {
  const { label, all, values, labelOf, value, onChange } = props;
  return (
    <SelectField<Value | ''>
      isCompact
      label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
      options={[
        { value: '', label: all },
        ...values.map((each) => ({ value: each, label: labelOf(each) })),
      ]}
    />
  );
}
