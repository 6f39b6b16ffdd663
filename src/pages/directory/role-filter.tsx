import { SelectField } from '#src/ui/select-field.tsx';
import { roleName, ROLES } from './role-words.ts';

type Role = (typeof ROLES)[number];

type RoleFilterProps = {
  readonly value: Role | undefined;
  /** Undefined is every role. */
  readonly onChange: (role: Role | undefined) => void;
};

const ALL = 'all';

/** Which role the accounts of a list have. */
export function RoleFilter({ value, onChange }: RoleFilterProps) {
  return (
    <SelectField<Role | typeof ALL>
      label="Role"
      isCompact
      value={value ?? ALL}
      options={[
        { value: ALL, label: 'All roles' },
        ...ROLES.map((role) => ({
          value: role,
          label: role === 'none' ? 'No role' : roleName(role),
        })),
      ]}
      onChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
    />
  );
}
