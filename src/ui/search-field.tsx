import { useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './layout.tsx';

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
};

/** The search box of a list. Esc empties it. */
export function SearchField({ label, value, onChange, placeholder = label }: SearchFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  function clear() {
    onChange('');
    input.current?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the element of that name is too new
    <div role="search" aria-label={label} className={styles['searchBox']}>
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <Icon name="search" />
      <input
        ref={input}
        id={id}
        type="search"
        className={styles['control']}
        value={value}
        maxLength={200}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          clear();
        }}
      />
      {value !== '' && (
        <span className={styles['clear']}>
          <IconButton label="Clear search" icon="close" isCompact onPress={clear} />
        </span>
      )}
    </div>
  );
}
