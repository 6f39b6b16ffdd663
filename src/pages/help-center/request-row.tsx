import type { HelpCenterRequest } from '#src/contract/wire.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import styles from './requests.module.css';

const RELATIONS: Readonly<Record<HelpCenterRequest['relation'], string>> = {
  reporter: 'Raised by them',
  participant: 'They take part',
  'customer-organization': 'Shared with their customer organization',
};

const REASONS: Readonly<Record<NonNullable<HelpCenterRequest['why']>, string>> = {
  'other-account':
    'Attached to the other account of this address, which is not the one that logs in',
  revoked: 'Access is revoked',
  suspended: 'The Atlassian account is suspended',
  deactivated: 'The Atlassian account is deactivated',
  'no-role': 'The Atlassian account has no role on this site',
  migrating: 'The migration is running',
  'no-account': 'The account has no access to this site',
};

/** One request; a closed one says why. */
export function RequestRow({ request }: { readonly request: HelpCenterRequest }) {
  const { key, summary, project, status, createdAt, relation, canOpen, why } = request;
  return (
    <li className={canOpen ? styles['request'] : styles['closed']}>
      <div className={styles['line']}>
        {!canOpen && <Icon name="lock" label="Does not open" />}
        <span className={styles['summary']}>{summary}</span>
        <Lozenge tone={status === 'open' ? 'inprogress' : 'success'}>
          {status === 'open' ? 'Open' : 'Resolved'}
        </Lozenge>
      </div>
      <p className={styles['facts']}>
        {`${key} · ${project.name} · ${RELATIONS[relation]} · `}
        <Instant at={createdAt} format="date" />
      </p>
      {why !== null && <p className={styles['why']}>{REASONS[why]}</p>}
    </li>
  );
}
