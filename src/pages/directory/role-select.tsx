import type { ReactNode } from 'react';
import type { RoleChoice } from '#src/contract/wire.ts';
import { SelectField } from '#src/ui/select-field.tsx';
import { roleName, ROLES } from './role-words.ts';

type RoleSelectProps = {
  readonly value: RoleChoice['role'];
  readonly onChange: (role: RoleChoice['role']) => void;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
};

/** The product's role list: User (agent), Customer, None (domain.md 1.2). */
export function RoleSelect({ value, onChange, hint, isDisabled }: RoleSelectProps) {
  return (
    <SelectField
      label="Product role"
      value={value}
      hint={hint}
      isDisabled={isDisabled}
      options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
      onChange={onChange}
    />
  );
}
