import { Card } from '#src/ui/layout.tsx';
import { MigrationStatus } from '#src/ui/migration-status.tsx';
import { MIGRATION_STATUSES, MIGRATION_WORDS } from '#src/ui/migration-words.ts';
import styles from './server-migrations.module.css';

/** What each status means. */
export function StatusMeanings() {
  return (
    <Card title="What the statuses mean">
      <dl className={styles['meanings']}>
        {MIGRATION_STATUSES.map((word) => (
          <div key={word} className={styles['meaning']}>
            <dt>
              <MigrationStatus word={word} />
            </dt>
            <dd>{MIGRATION_WORDS[word].meaning}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
