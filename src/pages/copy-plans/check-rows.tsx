/* The rows that a check is about. */
import type { ReactNode } from 'react';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { REQUESTS } from './plan-words.ts';
import type { Checks } from './check-words.ts';

type RowOf<Id extends keyof Checks> = Checks[Id]['rows'][number];

export type Conflict = RowOf<'customer-organizations'>;

type RowsProps<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowActions?: (row: Row) => ReactNode;
};

export function Rows<Row>({ rows, ...table }: RowsProps<Row>) {
  const query = { data: { items: rows }, error: null, refetch: () => undefined };
  return <RecordTable query={query} empty={null} {...table} />;
}

type ConflictRowsProps = {
  readonly rows: readonly Conflict[];
  readonly onRename: (row: Conflict) => void;
  readonly onRemove: (row: Conflict) => void;
};

/** Same-named customer organizations, each with its two remedies on the source. */
export function ConflictRows({ rows, onRename, onRemove }: ConflictRowsProps) {
  const actions = (row: Conflict) => (
    <RowMenu
      name={row.name}
      items={[
        { id: 'rename', label: 'Rename on the source', onSelect: () => onRename(row) },
        {
          id: 'remove',
          label: 'Remove from the source',
          isDanger: true,
          onSelect: () => onRemove(row),
        },
      ]}
    />
  );
  return (
    <Rows
      caption="Customer organizations in conflict"
      rows={rows}
      columns={conflictColumns}
      rowKey={({ customerOrganizationId }) => customerOrganizationId}
      rowActions={actions}
    />
  );
}

const DIFFERENCES: Readonly<Record<Conflict['differs'], string>> = {
  members: 'Members',
  projects: 'Project access',
  both: 'Members and project access',
};

const conflictColumns: readonly Column<Conflict>[] = [
  { id: 'name', heading: 'Customer organization', isRowHeader: true, cell: ({ name }) => name },
  { id: 'differs', heading: 'Different', cell: ({ differs }) => DIFFERENCES[differs] },
  {
    id: 'members',
    heading: 'Members',
    cell: ({ members }) =>
      `${count(members.source)} on the source, ${count(members.destination)} on the destination, ${count(members.common)} on both`,
  },
  {
    id: 'source',
    heading: 'Projects on the source',
    cell: ({ sourceProjects }) => listOf(sourceProjects) || 'None',
  },
  {
    id: 'destination',
    heading: 'Projects on the destination',
    cell: ({ destinationProjects }) => listOf(destinationProjects) || 'None',
  },
];

/** Rows of the checks that have no remedy here. */
export function PlainRows({ id, checks }: { readonly id: keyof Checks; readonly checks: Checks }) {
  switch (id) {
    case 'permissions':
      return (
        <Rows
          caption="Sites where you may not copy"
          rows={checks.permissions.rows}
          columns={endColumns}
          rowKey={({ end }) => end}
        />
      );
    case 'licences':
      return (
        <Rows
          caption="People who would take a licence"
          rows={checks.licences.rows}
          columns={seatColumns}
          rowKey={({ email }) => email}
        />
      );
    case 'existing-groups':
      return (
        <Rows
          caption="People who would join a group"
          rows={checks['existing-groups'].rows}
          columns={joinColumns}
          rowKey={({ group, email }) => `${group} ${email}`}
        />
      );
    case 'blocked-groups':
      return (
        <Rows
          caption="Members of groups that are not brought over"
          rows={checks['blocked-groups'].rows}
          columns={blockedColumns}
          rowKey={({ group, email }) => `${group} ${email}`}
        />
      );
    default:
      return null;
  }
}

const endColumns: readonly Column<RowOf<'permissions'>>[] = [
  { id: 'site', heading: 'Site', isRowHeader: true, cell: ({ site }) => site },
  { id: 'organization', heading: 'Organization', cell: ({ organization }) => organization },
  { id: 'end', heading: 'End', cell: ({ end }) => (end === 'source' ? 'Source' : 'Destination') },
];

const ROLES = { agent: labels.agentRole, customer: 'Customer', none: 'None' } as const;

type InGroup = { readonly email: string; readonly name: string; readonly group: string };

const groupColumns: readonly Column<InGroup>[] = [
  {
    id: 'customer',
    heading: 'Person',
    isRowHeader: true,
    cell: ({ name, email }) => <Person name={name} email={email} hasAvatar={false} />,
  },
  { id: 'group', heading: 'Group', cell: ({ group }) => group },
];

/** Every access that a joined group gives: a role, the administration of the product, or both. */
function givenWords({ gives, givesAdmin }: RowOf<'existing-groups'>): string {
  if (!givesAdmin) return ROLES[gives];
  return gives === 'none' ? 'Admin access' : `${ROLES[gives]} and admin access`;
}

const joinColumns: readonly Column<RowOf<'existing-groups'>>[] = [
  ...groupColumns,
  { id: 'gives', heading: 'Gives at once', cell: givenWords },
  { id: 'now', heading: 'Role now', cell: ({ roleNow }) => ROLES[roleNow] },
];

const blockedColumns: readonly Column<RowOf<'blocked-groups'>>[] = groupColumns;

const seatColumns: readonly Column<RowOf<'licences'>>[] = [
  {
    id: 'customer',
    heading: 'Person',
    isRowHeader: true,
    cell: ({ name, email }) => <Person name={name} email={email} hasAvatar={false} />,
  },
  { id: 'groups', heading: 'Groups', cell: ({ groups }) => listOf(groups) },
  {
    id: 'when',
    heading: 'Takes a licence',
    cell: ({ when }) => (when === 'at-once' ? 'At once' : 'After approval'),
  },
];

/** What removing a customer organization takes away on its site. */
export function removalWords({ members, removal }: Conflict): string {
  return `${countOf(removal.requests, REQUESTS)} shared with it stay but are shared with nobody. ${count(removal.losing)} of its ${countOf(members.source, { one: 'member', other: 'members' })} can open fewer requests afterwards.`;
}
