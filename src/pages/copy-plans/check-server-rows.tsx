/* The rows of checks that only a server plan has. */
import type { CopyChecks } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { PlainRows, Rows } from './check-rows.tsx';
import { thereWords, type ServerCheckId, type ServerOnly } from './check-server-words.ts';

type PersonRow = ServerOnly['invalid-addresses']['rows'][number];
type ProjectRow = ServerOnly['project-names']['rows'][number];

/** The rows of one check of a server plan. */
export function ServerRows({
  id,
  data,
}: {
  readonly id: ServerCheckId;
  readonly data: CopyChecks;
}) {
  const checks = data.server!.checks;
  switch (id) {
    case 'permissions':
    case 'licences':
    case 'existing-groups':
    case 'blocked-groups':
    case 'data-changed':
      return <PlainRows id={id} checks={data.checks} />;
    case 'destination-busy':
      return (
        <Rows
          caption="Runs under way"
          rows={checks[id].rows}
          columns={[{ id: 'name', heading: 'Plan', isRowHeader: true, cell: ({ name }) => name }]}
          rowKey={({ name }) => name}
        />
      );
    case 'site-not-empty':
      return (
        <Rows
          caption="What the destination holds"
          rows={checks[id].rows}
          columns={[{ id: 'what', heading: 'Data', isRowHeader: true, cell: thereWords }]}
          rowKey={({ what }) => what}
        />
      );
    case 'project-names':
    case 'copied-before':
      return (
        <Rows
          caption={CAPTIONS[id]}
          rows={checks[id].rows}
          columns={projectColumns}
          rowKey={({ key }) => key}
        />
      );
    default:
      return (
        <Rows
          caption={CAPTIONS[id]}
          rows={checks[id].rows}
          columns={checks[id].rows.some(({ why }) => why !== null) ? whyColumns : personColumns}
          rowKey={({ userName }) => userName}
        />
      );
  }
}

const CAPTIONS = {
  'invalid-addresses': 'People with invalid addresses',
  'duplicated-addresses': 'People with duplicated addresses',
  'inactive-directories': 'Users of inactive directories',
  'two-accounts': 'People with two accounts',
  'stays-atlassian': 'Customers with an Atlassian account',
  'left-out-named': 'Customers left out whom the data names',
  'never-raised': 'Customers who never raised a request',
  'project-names': 'Service projects under another name or key',
  'copied-before': 'Service projects of an earlier run',
} as const;

const personColumns: readonly Column<PersonRow>[] = [
  {
    id: 'person',
    heading: 'Name',
    isRowHeader: true,
    cell: ({ name, email }) => (
      <Person name={name} email={email || 'No address'} hasAvatar={false} />
    ),
  },
  { id: 'user', heading: 'User name', cell: ({ userName }) => userName },
];

const WHY: Readonly<Record<NonNullable<PersonRow['why']>, string>> = {
  'both-already': 'Has both account types already',
  'both-afterwards': 'Has both account types afterwards',
  appears: `Appears as Former customer`,
  nowhere: 'Appears nowhere: no data names them',
  'no-customers': 'The plan takes no customers',
  'never-raised-a-request': 'Never raised a request',
  'not-related': 'Not related to the selected projects',
};

const whyColumns: readonly Column<PersonRow>[] = [
  ...personColumns,
  { id: 'why', heading: 'What happens', cell: ({ why }) => (why ? WHY[why] : '') },
];

const projectColumns: readonly Column<ProjectRow>[] = [
  {
    id: 'project',
    heading: 'Service project',
    isRowHeader: true,
    cell: ({ key, name }) => `${name} (${key})`,
  },
  {
    id: 'there',
    heading: 'On the destination',
    cell: (row) => `${row.nameThere} (${row.keyThere})`,
  },
  {
    id: 'requests',
    heading: 'Requests that arrive',
    align: 'end',
    cell: ({ requests }) => count(requests),
  },
];
