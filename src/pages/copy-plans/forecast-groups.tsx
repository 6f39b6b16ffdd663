import type { Forecast } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';

type GroupForecast = Forecast['groups'][number];

const columns: readonly Column<GroupForecast>[] = [
  { id: 'name', heading: 'Source group', isRowHeader: true, cell: ({ name }) => name },
  { id: 'members', heading: 'Members copied', cell: ({ members }) => count(members) },
  {
    id: 'arrival',
    heading: 'On the destination',
    cell: ({ joinsExisting }) =>
      joinsExisting ? (
        <>
          <Lozenge tone="moved">No review</Lozenge> Members join the existing group
        </>
      ) : (
        <>
          <Lozenge>Pending review</Lozenge> Arrives as an imported group
        </>
      ),
  },
];

/** Source groups that come along with their members (domain.md 5.1). */
export function ForecastGroups({ groups }: Pick<Forecast, 'groups'>) {
  const query = { data: { items: groups }, error: null, refetch: () => undefined };
  return (
    <Stack gap="100">
      <SectionHeading level={3}>Groups that come along</SectionHeading>
      <RecordTable
        caption="Source groups that come along"
        query={query}
        columns={columns}
        rowKey={({ name }) => name}
        empty={null}
      />
    </Stack>
  );
}
