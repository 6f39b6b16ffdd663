import type { AuditEntry } from '#src/contract/wire.ts';
import { factName, factValue } from '#src/ui/audit-facts.ts';
import { Stack } from '#src/ui/layout.tsx';
import styles from './changed-parts.module.css';
import { customerStateLabel, isCustomerState } from './customer-states.tsx';
import { failureText, isFailure } from './failure-text.ts';

type Value = string | number | boolean | null;

/** The parts of the record that a change touched, before and after. */
export function ChangedParts({ entry: { before, after } }: { readonly entry: AuditEntry }) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.filter((name) => before?.[name] !== after?.[name]);
  if (changed.length === 0) return null;
  return (
    <Stack gap="050">
      {changed.map((name) => (
        <div key={name}>
          <span className={styles['name']}>{factName(name)}: </span>
          {valueText(name, before?.[name])} → {valueText(name, after?.[name])}
        </div>
      ))}
    </Stack>
  );
}

/** States and reasons as the rest of these screens names them. */
function valueText(name: string, value: Value | undefined): string {
  if (name === 'state' && isCustomerState(value)) return customerStateLabel(value);
  if (name === 'failure' && isFailure(value)) return failureText(value);
  return factValue(name, value);
}
