import { useQuery } from '@tanstack/react-query';
import { serverArrivalQueries } from '#src/client/server-arrivals.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { ServerArrival } from '#src/contract/wire.ts';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { searchKeys } from '#src/ui/paths.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { StatTiles, type StatTile } from '#src/ui/stat-tiles.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useKnownRow } from '#src/ui/use-known-row.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { arrivalColumns } from './arrival-columns.tsx';
import { ArrivalPerson } from './arrival-person.tsx';
import { CODES, codeWords, isMissing, PEOPLE, rowLabel, ROWS, type Code } from './arrival-words.ts';

const LIST = {
  filters: { explanation: CODES, row: ROWS },
  hasSizes: true,
  openKey: searchKeys.person,
} as const;

/** The columns that the open row's panel says too. */
const IN_PANEL: ReadonlySet<string> = new Set(['user-name', 'requests']);

/** Everybody of the server, each with one explanation; tiles count and filter by it. */
export function ArrivalPeople({ arrival }: { readonly arrival: ServerArrival }) {
  const list = useListParams(LIST);
  const { search, filters, openId } = list;
  const { plan, server } = arrival;
  const peopleAt = ({ offset, limit }: BlockPlace) =>
    serverArrivalQueries.people(plan.id, { search, ...filters, offset, limit });
  const query = useQuery(peopleAt(list));
  const isBehindEnd = useExistingPage(list, query.data?.total);
  const { row: open, know } = useKnownRow(openId, query.data?.items, ({ userKey }) => userKey);

  return (
    <section aria-labelledby="arrived-people">
      <Stack gap="150">
        <Inline gap="100">
          <SectionHeading id="arrived-people">{`Everybody on ${server.name}`}</SectionHeading>
          <SimulatorMark />
        </Inline>
        <StatTiles
          label="People by what became of them"
          items={tilesOf(arrival)}
          selected={filters.explanation}
          onSelect={(code) => list.setFilter('explanation', code)}
        />
        <ListWithDetail
          detail={
            open && (
              <ArrivalPerson
                key={open.userKey}
                arrival={arrival}
                person={open}
                onClose={list.close}
              />
            )
          }
        >
          <ListToolbar
            list={list}
            searchLabel="Search people by name, user name or e-mail"
            placeholder="Search name, user name or e-mail"
            filter={{
              label: 'On the server',
              all: 'Everybody',
              values: ROWS,
              labelOf: rowLabel,
              value: filters.row,
              onChange: (row) => list.setFilter('row', row),
            }}
          />
          <RecordTable
            caption={`People of ${server.name} and what became of them`}
            query={isBehindEnd ? { ...query, data: undefined } : query}
            columns={open ? arrivalColumns.filter(({ id }) => !IN_PANEL.has(id)) : arrivalColumns}
            rowKey={({ userKey }) => userKey}
            onOpen={(person) => {
              know(person);
              list.open(person.userKey);
            }}
            whole={wholeList(list.whole, peopleAt)}
            openKey={openId}
            isNarrowed={list.isNarrowed}
            onClear={list.clear}
            empty={
              <EmptyState
                image="people"
                headingLevel={3}
                title="Nobody on the server"
                description={`Load exports of ${server.name} to see its people here.`}
              />
            }
          />
          <Pagination
            page={list.page}
            pageSize={list.pageSize}
            total={query.data?.total ?? 0}
            onPage={list.setPage}
            sizing={list}
            noun={PEOPLE}
          />
        </ListWithDetail>
      </Stack>
    </section>
  );
}

/** One for every explanation that somebody has. */
function tilesOf({ parts }: ServerArrival): StatTile<Code>[] {
  return CODES.flatMap((code) => {
    const own = parts.filter((part) => part.code === code);
    const people = own.reduce((sum, part) => sum + part.people, 0);
    if (people === 0) return [];
    return [{ id: code, label: codeWords(code).label, count: people, tone: toneOf(code) }];
  });
}

function toneOf(code: Code): NonNullable<StatTile<Code>['tone']> {
  if (!isMissing(code)) return 'default';
  return code === 'waiting' || code === 'gone-since' ? 'attention' : 'refused';
}
