import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import styles from './account-types.module.css';

/** When to choose which: the advice of the product's makers (S3). */
export function AccountTypeCards() {
  return (
    <div className={styles['cards']}>
      <Card title="Internal service management">
        <Stack gap="150">
          <p>
            <strong>{labels.atlassianAccount}</strong> with the role{' '}
            <strong>{labels.customerRole}</strong>
          </p>
          <ul className={styles['list']}>
            <li>They work for the company, or with it in its products.</li>
            <li>They need more than one site, or may need another product later.</li>
            <li>Groups or the company’s single sign-on shall decide what they may do.</li>
          </ul>
        </Stack>
      </Card>
      <Card title="External service management">
        <Stack gap="150">
          <p>
            <strong>Portal-only account</strong>
          </p>
          <ul className={styles['list']}>
            <li>They are customers outside the company, whom nobody works with in its products.</li>
            <li>They ask for help on one site and need nothing else there.</li>
            <li>They shall not count for licences or Guard, whatever happens.</li>
          </ul>
        </Stack>
      </Card>
      <p>
        In doubt begin with the portal-only account: there is an official step from it to an
        Atlassian account, and none back.
      </p>
    </div>
  );
}
