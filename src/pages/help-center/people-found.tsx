import { useId } from 'react';
import { Link } from 'react-router-dom';
import { countOf } from '#src/ui/count.ts';
import { Hint, SectionHeading } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { Person } from '#src/ui/person.tsx';
import styles from './person-picker.module.css';

type PeopleFoundProps = {
  readonly siteId: string;
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly total: number;
};

/** People of one account type; nothing where nobody fits. */
export function PeopleFound({ siteId, title, items, total }: PeopleFoundProps) {
  const heading = useId();
  if (items.length === 0) return null;
  const more = total - items.length;
  return (
    <section>
      <SectionHeading id={heading}>{title}</SectionHeading>
      <ul className={styles['people']} aria-labelledby={heading}>
        {items.map(({ id, email, name }) => (
          <li key={id}>
            <Link className={styles['link']} to={pathTo('help-center', { siteId }, { email })}>
              <Person name={name} email={email} />
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Hint>
          {`And ${countOf(more, { one: 'other', other: 'others' })}: type a part of the address or the name.`}
        </Hint>
      )}
    </section>
  );
}
