import type { AuditEntry, Organization } from '#src/contract/wire.ts';
import { actorLabel, auditActionLabel, auditActions } from '#src/ui/audit-words.ts';
import { FileButton, type FileWatch } from '#src/ui/file-button.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import type { ListParams } from '#src/ui/use-list-params.ts';
import { ACTORS } from './actors.ts';
import type { DayRange } from './use-day-range.ts';

type Filters = {
  readonly site: readonly string[];
  readonly action: readonly AuditEntry['action'][];
  readonly actor: typeof ACTORS;
};

type AuditToolbarProps = {
  readonly list: Pick<
    ListParams<Filters, never>,
    'searchText' | 'setSearchText' | 'filters' | 'setFilter'
  >;
  readonly days: DayRange;
  readonly sites: Organization['sites'];
  readonly onExport: (watch: FileWatch) => Promise<void>;
};

const ALL = '';

/** Search, filters and export of the audit log. */
export function AuditToolbar({ list, days, sites, onExport }: AuditToolbarProps) {
  const { filters, setFilter } = list;
  return (
    <ListToolbar
      list={list}
      searchLabel="Search changes by address, name or id"
      placeholder="Search address, name or id"
      filter={{
        label: 'Change',
        all: 'All changes',
        values: auditActions,
        labelOf: auditActionLabel,
        value: filters.action,
        onChange: (action) => setFilter('action', action),
      }}
    >
      <SelectField
        isCompact
        label="Who"
        value={filters.actor ?? ALL}
        options={[
          { value: ALL, label: 'Everybody' },
          ...ACTORS.map((value) => ({ value, label: actorLabel(value) })),
        ]}
        onChange={(actor) => setFilter('actor', actor === ALL ? undefined : actor)}
      />
      <SelectField
        isCompact
        label="Site"
        value={filters.site ?? ALL}
        options={[
          { value: ALL, label: 'All sites' },
          ...sites.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(site) => setFilter('site', site === ALL ? undefined : site)}
      />
      <Inline>
        <DateField
          label="From"
          value={days.from}
          max={days.to || undefined}
          onChange={(day) => days.set('from', day)}
        />
        <DateField
          label="To"
          value={days.to}
          min={days.from || undefined}
          onChange={(day) => days.set('to', day)}
        />
      </Inline>
      <FileButton work={onExport}>{labels.exportLog}</FileButton>
    </ListToolbar>
  );
}
