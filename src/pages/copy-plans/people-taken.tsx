import { countOf } from '#src/ui/count.ts';
import styles from './copy-plans.module.css';

type PeopleTakenProps = {
  readonly text: string;
  /** Undefined until it is known, and where nobody counts. */
  readonly people: number | undefined;
  readonly as: 'user' | 'customer';
};

const NOUNS = {
  user: { one: 'user', other: 'users' },
  customer: { one: 'customer', other: 'customers' },
} as const;

/** What a choice means, with how many people it takes. */
export function PeopleTaken({ text, people, as }: PeopleTakenProps) {
  if (people === undefined) return text;
  return (
    <span className={styles['taken']}>
      {text}
      <strong>{countOf(people, NOUNS[as])}</strong>
    </span>
  );
}
