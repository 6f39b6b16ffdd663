import { classNames } from './class-names.ts';
import styles from './avatar.module.css';

type AvatarProps = {
  readonly name: string;
  readonly size?: 'small' | 'medium' | 'large';
};

const COLORS = ['blue', 'teal', 'green', 'orange', 'purple', 'magenta'] as const;

/** The same name has the same colour everywhere. */
function colorOf(name: string) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return COLORS[sum % COLORS.length] ?? 'blue';
}

/** First letters of the first and the last word; a name may be an e-mail address or empty. */
function initialsOf(name: string) {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

/** A person's initials; decoration only, the name must stand beside it or on what holds it. */
export function Avatar({ name, size = 'medium' }: AvatarProps) {
  return (
    <span
      className={classNames(styles['avatar'], styles[size], styles[colorOf(name)])}
      // Drawn by the stylesheet: as text it would count as part of its button's name.
      data-initials={initialsOf(name)}
      aria-hidden
    />
  );
}
