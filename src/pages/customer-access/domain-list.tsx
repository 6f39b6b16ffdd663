/* A list of domains, each to be removed again; several can be pasted at once. */
import { useRef, useState } from 'react';
import { Button, IconButton } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { separated } from '#src/ui/separated.ts';
import { TextField } from '#src/ui/text-field.tsx';
import styles from './customer-access.module.css';

type DomainListProps = {
  readonly label: string;
  readonly hint?: string;
  /** What stands there while the list is empty. */
  readonly none: string;
  readonly domains: readonly string[];
  /** The text that the backend did not take for a domain. */
  readonly badDomain: string | null;
  readonly error?: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (domains: string[]) => void;
};

/** Domains in their order, and a field to add more. */
export function DomainList({
  label,
  hint,
  none,
  domains,
  badDomain,
  error,
  isReadOnly,
  onChange,
}: DomainListProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const isBad = badDomain !== null && domains.includes(badDomain);
  const fault = isBad ? `“${badDomain}” is no domain such as example.com: remove it` : error;

  function add() {
    const added = separated(text).filter((domain) => !domains.includes(domain));
    setText('');
    if (added.length > 0) onChange([...domains, ...added]);
    field.current?.focus();
  }

  function remove(domain: string) {
    onChange(domains.filter((each) => each !== domain));
    field.current?.focus();
  }

  return (
    <fieldset className={styles['list']}>
      <legend className={styles['label']}>{label}</legend>
      <Stack gap="100">
        {hint && <Hint>{hint}</Hint>}
        {domains.length === 0 && <p className={styles['none']}>{none}</p>}
        {domains.length > 0 && (
          <ul className={styles['domains']}>
            {domains.map((domain) => (
              <li
                key={domain}
                className={classNames(styles['domain'], domain === badDomain && styles['bad'])}
              >
                {domain}
                {!isReadOnly && (
                  <IconButton
                    isCompact
                    label={`Remove ${domain}`}
                    icon="close"
                    onPress={() => remove(domain)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {!isReadOnly && (
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter belongs to the field inside
          <div
            className={styles['adder']}
            onPaste={(event) => {
              // A field of one line would swallow the line ends between domains.
              const pasted = event.clipboardData.getData('text');
              if (!/[\r\n]/.test(pasted.trim())) return;
              event.preventDefault();
              setText([text, ...separated(pasted)].filter(Boolean).join(', '));
            }}
            onKeyDown={(event) => {
              // In this field Enter adds and does not save the form.
              if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
              event.preventDefault();
              add();
            }}
          >
            <TextField
              ref={field}
              label="Add domains"
              hint="Several at once: separate them with commas or paste lines."
              placeholder="example.com"
              error={fault}
              value={text}
              onChange={setText}
            />
            <Button isDisabled={text.trim() === ''} onPress={add}>
              Add
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
