import { Link } from 'react-router-dom';
import type { Duplicate, Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { atlassianPath, portalOnlyPath } from './account-paths.ts';
import { ACCOUNT_STATES, CUSTOMER_STATES, ROLES } from './account-words.ts';
import { Cure } from './cure.tsx';
import { symptomText, type CureStep } from './cure-words.ts';
import styles from './duplicates.module.css';

/** The address, both of its accounts, what goes wrong, and what ends it. */
export function duplicateColumns(
  site: Site,
  onStep: (duplicate: Duplicate, step: CureStep) => void,
): readonly Column<Duplicate>[] {
  return [
    {
      id: 'customer',
      heading: labels.customer,
      isRowHeader: true,
      cell: ({ name, email }) => <Person name={name} email={email} />,
    },
    {
      id: 'portal-only',
      heading: `${labels.portalOnly} account`,
      width: '9rem',
      cell: (duplicate) => (
        <Half
          look={CUSTOMER_STATES[duplicate.customerState]}
          to={portalOnlyPath(site, duplicate)}
          name={`${labels.showDetails}: the portal-only account of ${duplicate.email}`}
        />
      ),
    },
    {
      id: 'atlassian',
      heading: labels.atlassianAccount,
      width: '9rem',
      cell: (duplicate) => (
        <Half
          look={ACCOUNT_STATES[duplicate.accountState]}
          role={ROLES[duplicate.role]}
          to={atlassianPath(site, duplicate)}
          name={`${labels.showDetails}: the Atlassian account of ${duplicate.email}`}
        />
      ),
    },
    {
      id: 'symptoms',
      heading: 'What goes wrong',
      width: '19rem',
      cell: (duplicate) => (
        <ul className={styles['symptoms']}>
          {duplicate.symptoms.map((symptom) => (
            <li key={symptom}>{symptomText(symptom, duplicate)}</li>
          ))}
        </ul>
      ),
    },
    {
      id: 'cure',
      heading: 'What ends it',
      width: '15rem',
      cell: (duplicate) => (
        <Cure duplicate={duplicate} onStep={(step) => onStep(duplicate, step)} />
      ),
    },
  ];
}

type HalfProps = {
  readonly look: { readonly label: string; readonly tone: LozengeTone };
  readonly role?: string;
  readonly to: string;
  readonly name: string;
};

/** One of the two accounts, with the way to it. */
function Half({ look, role, to, name }: HalfProps) {
  return (
    <Stack gap="050">
      <span>
        <Lozenge tone={look.tone}>{look.label}</Lozenge>
      </span>
      {role && <Hint>{role}</Hint>}
      <Link to={to} aria-label={name} className={styles['link']}>
        {labels.showDetails}
      </Link>
    </Stack>
  );
}
