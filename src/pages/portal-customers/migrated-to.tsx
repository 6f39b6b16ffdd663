import { Link } from 'react-router-dom';
import type { Site } from '#src/contract/wire.ts';
import { usersWith } from './users-with.ts';

type MigratedToProps = { readonly site: Site; readonly email: string };

/** Where a migrated customer went: the user with the same e-mail address. */
export function MigratedTo({ site, email }: MigratedToProps) {
  return (
    <Link to={usersWith(site, email)} aria-label={`Show the Atlassian account of ${email}`}>
      Atlassian account
    </Link>
  );
}
