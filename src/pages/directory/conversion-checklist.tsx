import { Link } from 'react-router-dom';
import type { Conversion } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Hint, SectionHeading, Stack } from '#src/ui/layout.tsx';
import styles from './conversion-checklist.module.css';
import { barWords, CONDITIONS } from './conversion-words.ts';

type ConversionChecklistProps = { readonly conversion: Conversion };

/** Every condition of a conversion: those that hold, and how to clear those that do not. */
export function ConversionChecklist({ conversion }: ConversionChecklistProps) {
  const open = conversion.bars.length;
  return (
    <section>
      <Stack gap="100">
        <SectionHeading level={3}>
          {countOf(open, { one: 'condition is', other: 'conditions are' })} not met
        </SectionHeading>
        <ul className={styles['list']}>
          {CONDITIONS.map((bar) => (
            <Condition key={bar} bar={bar} conversion={conversion} />
          ))}
        </ul>
      </Stack>
    </section>
  );
}

type ConditionProps = ConversionChecklistProps & {
  readonly bar: (typeof CONDITIONS)[number];
};

function Condition({ bar, conversion }: ConditionProps) {
  const { condition, clear, link } = barWords(bar, conversion);
  if (!conversion.bars.includes(bar)) {
    return (
      <li className={styles['met']}>
        <Icon name="check" label="Met" />
        <span>{condition}</span>
      </li>
    );
  }
  return (
    <li className={styles['open']}>
      <Icon name="error" label="Not met" />
      <div>
        <strong>{condition}</strong>
        <Hint>{clear}</Hint>
        {link && <Link to={link.to}>{link.label}</Link>}
      </div>
    </li>
  );
}
