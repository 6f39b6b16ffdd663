import { useSetPersona } from '#src/client/workspace.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { type Persona, personaName } from '#src/ui/persona-name.ts';
import { SelectField } from '#src/ui/select-field.tsx';
import styles from './persona-select.module.css';

const PERSONAS: readonly Persona[] = [
  'organization-admin',
  'site-admin',
  'user-access-admin',
  'product-admin',
  'agent',
];

const NOTES: Readonly<Record<Persona, string>> = {
  'organization-admin': '',
  'site-admin': ' (original experience)',
  'user-access-admin': '',
  'product-admin': '',
  agent: ' (no administration rights)',
};

/** Whom one is: it decides what the console allows. */
export function PersonaSelect({ persona }: { readonly persona: Persona }) {
  const setPersona = useSetPersona();
  const flags = useFlags();
  return (
    <div className={styles['persona']}>
      <span className={styles['words']} aria-hidden>
        You are
      </span>
      <SelectField
        label="Persona"
        isCompact
        value={setPersona.isPending ? setPersona.variables : persona}
        options={PERSONAS.map((value) => ({
          value,
          label: `${personaName(value)}${NOTES[value]}`,
        }))}
        onChange={(value) =>
          setPersona.mutate(value, {
            onError: (error) => flags.showProblem(error),
          })
        }
      />
    </div>
  );
}
