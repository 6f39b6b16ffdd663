import { Card } from '#src/ui/layout.tsx';
import styles from './understood-files.module.css';

const SITE_FILES = [
  {
    name: 'Portal-only customers export',
    headings: 'username, full_name, email, active, last_login',
    effect: 'One portal-only account for each row. “active” = No arrives with access revoked.',
  },
  {
    name: 'Users export',
    headings: 'User id, User name, email, User status, Added to org, Org role, …',
    effect: 'One Atlassian account with access to the site for each row, with its role there.',
  },
  {
    name: 'Users export, until September 2021',
    headings: 'group_name, username, full_name, email, active, created, …',
    effect: 'One row for each group of a person; the rows of one person make one account.',
  },
  {
    name: 'Users export, older still',
    headings: 'group_name, username, full_name, email, active, last_login, last_session, …',
    effect: 'Read in the same way.',
  },
] as const;

const SERVER_FILES = [
  {
    name: 'List of users with their directories',
    headings: 'Username, Email, Full Name, Status, User Directory, Last Login Date',
    effect: 'One user for each row, in each directory that “;” separates. Directories are created.',
  },
  {
    name: 'Dump of the table cwd_user',
    headings:
      'id, directory_id, user_name, lower_user_name, active, …, display_name, email_address, …',
    effect: 'One row for each user of a directory. Another file, or the server, tells its name.',
  },
  {
    name: 'All users of an assessment',
    headings: 'UserKey, UserName, ErrorType, OldEmail, NewEmail, Tombstone, AccountType',
    effect: 'User keys, and who is a customer. NewEmail and Tombstone are left to the assessment.',
  },
] as const;

const FILES = { site: SITE_FILES, server: SERVER_FILES } as const;

/** What can be dropped, before anybody has to try. */
export function UnderstoodFiles({ place }: { readonly place: 'site' | 'server' }) {
  return (
    <Card title="Files that are understood">
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Recognised by its headings</th>
              <th scope="col">What it brings</th>
            </tr>
          </thead>
          <tbody>
            {FILES[place].map(({ name, headings, effect }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <code>{headings}</code>
                </td>
                <td>{effect}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles['notes']}>
        {place === 'server' && (
          <li>
            Files of one server complete each other: drop them together. Addresses may be wrong or
            double; that is for the assessment to find.
          </li>
        )}
        <li>Columns may stand in any order. With other headings you say what each column means.</li>
        <li>UTF-8 with or without byte order mark, UTF-16, and Windows-1252.</li>
        <li>Separated by commas, semicolons or tabs.</li>
      </ul>
    </Card>
  );
}
