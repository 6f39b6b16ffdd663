import { Link } from 'react-router-dom';
import type { Account } from '#src/contract/wire.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import styles from './user-name.module.css';

type UserNameProps = { readonly account: Account; readonly to: string };

/** Avatar and name lead to the user's page (S1: "select their avatar or Show details"). */
export function UserName({ account, to }: UserNameProps) {
  const { name, email, emailVerified } = account;
  return (
    <Link to={to} className={styles['user']}>
      <Person
        name={name}
        email={email}
        suffix={emailVerified ? undefined : <Lozenge>E-mail not verified</Lozenge>}
      >
        <span className={styles['name']}>{name || email}</span>
      </Person>
    </Link>
  );
}
