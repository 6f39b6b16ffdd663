import { useQuery } from '@tanstack/react-query';
import { serverAssessmentQueries } from '#src/client/server-assessment.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { AssessedPerson, ServerAssessment } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { RecordTable } from '#src/ui/record-table.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { USERS } from './assessment-words.ts';
import type { Found } from './fix-words.ts';
import { peopleColumns } from './people-columns.tsx';
import { PEOPLE_LIST, togglesOf } from './people-list-params.ts';

type AssessedPeopleProps = {
  readonly server: ServerAssessment['server'];
  readonly found: Found;
};

const PROBLEMS = {
  invalid: labels.invalidEmailAddresses,
  duplicated: labels.duplicatedEmailAccounts,
  everybody: 'Everybody',
} as const;

/** Whoever has a problem, or everybody, with what the chosen fix makes of each. */
export function AssessedPeople({ server, found }: AssessedPeopleProps) {
  const list = useListParams(PEOPLE_LIST);
  const { search, filters } = list;
  const { problem = 'any', ...others } = filters;
  const peopleAt = ({ offset, limit }: BlockPlace) =>
    serverAssessmentQueries.people(server.id, { search, problem, ...others, offset, limit });
  const query = useQuery(peopleAt(list));
  const isBehindEnd = useExistingPage(list, query.data?.total);

  return (
    <section aria-labelledby="assessed-people">
      <Stack gap="150">
        <SectionHeading id="assessed-people">
          {problem === 'any' ? 'Users with a problem' : 'Users'}
        </SectionHeading>
        <div>
          <ListToolbar
            list={list}
            searchLabel="Search users by name, user name or e-mail"
            placeholder="Search name, user name or e-mail"
            filter={{
              label: 'Show',
              all: 'With a problem',
              values: ['invalid', 'duplicated', 'everybody'],
              labelOf: (value) => PROBLEMS[value],
              value: filters.problem,
              onChange: (chosen) => togglesOf(list).problem(chosen),
            }}
          />
          <RecordTable<AssessedPerson>
            caption={`Assessed users of ${server.name}`}
            query={isBehindEnd ? { ...query, data: undefined } : query}
            columns={peopleColumns}
            rowKey={({ userKey }) => userKey}
            whole={wholeList(list.whole, peopleAt)}
            isNarrowed={list.isNarrowed}
            onClear={list.clear}
            empty={
              <EmptyState
                image="people"
                headingLevel={3}
                title={found.people === 0 ? 'Nobody was assessed' : 'No address is a problem'}
                description={
                  found.people === 0
                    ? 'The active directories of the server have no users.'
                    : 'Every assessed user has a valid address that nobody else has.'
                }
              />
            }
          />
          <Pagination
            page={list.page}
            pageSize={list.pageSize}
            total={query.data?.total ?? 0}
            onPage={list.setPage}
            sizing={list}
            noun={USERS}
          />
        </div>
      </Stack>
    </section>
  );
}
