import { SectionHeading } from './layout.tsx';
import styles from './titled-list.module.css';

type TitledListProps = { readonly title: string; readonly items: readonly string[] };

/** What a step does in one respect, as a short list of sentences. */
export function TitledList({ title, items }: TitledListProps) {
  return (
    <section>
      <SectionHeading level={3}>{title}</SectionHeading>
      <ul className={styles['list']}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
