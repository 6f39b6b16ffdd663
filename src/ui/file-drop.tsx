/* Where files come in: dropped, or chosen with the keyboard. */
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

type FileDropProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What the file chooser offers; dropped files are taken whatever they are called. */
  readonly accept?: string;
  readonly isSingle?: boolean;
  /** One line high, where dropping is not the main step. */
  readonly isCompact?: boolean;
  readonly isBusy?: boolean;
  readonly buttonLabel?: string;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A drop zone with a button that does the same. */
export function FileDrop({
  label,
  hint,
  accept,
  isSingle = false,
  isCompact = false,
  isBusy = false,
  buttonLabel = isSingle ? 'Choose a file' : 'Choose files',
  onFiles,
}: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function take(list: FileList | null) {
    const files = [...(list ?? [])].slice(0, isSingle ? 1 : undefined);
    if (files.length > 0 && !isBusy) onFiles(files);
  }

  function onDragOver(event: DragEvent) {
    // Without this the browser would open the file instead of dropping it.
    event.preventDefault();
    setIsOver(true);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button inside does the same by keyboard
    <fieldset
      className={classNames(
        styles['zone'],
        isCompact && styles['compact'],
        isOver && styles['over'],
      )}
      aria-labelledby={`${id}-label`}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span className={styles['icon']}>
        <Icon name="upload" size={24} />
      </span>
      <p id={`${id}-label`} className={styles['label']}>
        {label}
      </p>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      <Button
        isBusy={isBusy}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onPress={() => input.current?.click()}
      >
        {buttonLabel}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={!isSingle}
        onChange={(event) => {
          take(event.target.files);
          // The same file, corrected, must be able to come again.
          event.target.value = '';
        }}
      />
    </fieldset>
  );
}
