import type { Organization } from '#src/contract/wire.ts';
import { SelectField } from '#src/ui/select-field.tsx';

type SiteFilterProps = {
  readonly sites: Organization['sites'];
  readonly value: string | undefined;
  /** Undefined is every site. */
  readonly onChange: (siteId: string | undefined) => void;
  /** Whether every site together can be chosen. */
  readonly hasAll?: boolean;
};

const ALL = 'all';

/** Which site a list is about. */
export function SiteFilter({ sites, value, onChange, hasAll = true }: SiteFilterProps) {
  const options = sites.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label="Site"
      isCompact
      value={value ?? ALL}
      options={hasAll ? [{ value: ALL, label: 'All sites' }, ...options] : options}
      onChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
    />
  );
}
