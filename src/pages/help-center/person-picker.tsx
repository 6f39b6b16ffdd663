/* Whom to look at: people of the site by name or address, of either account type. */
import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import type { Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack, Toolbar } from '#src/ui/layout.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { PeopleFound } from './people-found.tsx';
import styles from './person-picker.module.css';

/** Of each account type; whoever is not among them is found by typing on. */
const SHOWN = 8;

/** Searches the site's people; each leads to what that person sees. */
export function PersonPicker({ site }: { readonly site: Site }) {
  const { searchText, setSearchText, search, clear } = useListParams({});
  const query = { search, limit: SHOWN };
  const customers = useQuery(portalCustomerQueries.list(site.id, query));
  const accounts = useQuery(
    directoryQueries.accounts(site.organization.id, { ...query, siteId: site.id }),
  );
  const error = customers.error ?? accounts.error;
  if (error) {
    return (
      <Failed error={error} retry={() => Promise.all([customers.refetch(), accounts.refetch()])} />
    );
  }
  const found = customers.data && accounts.data;
  return (
    <Stack gap="200">
      <Toolbar>
        <SearchField
          label="Search people"
          placeholder="E-mail or name"
          value={searchText}
          onChange={setSearchText}
        />
      </Toolbar>
      {!found && <SkeletonLines count={6} />}
      {found && customers.data.total + accounts.data.total === 0 && (
        <Nobody isSearching={search !== ''} onClear={clear} />
      )}
      {found && (
        <div className={styles['columns']}>
          <PeopleFound siteId={site.id} title={labels.portalCustomers} {...customers.data} />
          <PeopleFound siteId={site.id} title={labels.users} {...accounts.data} />
        </div>
      )}
    </Stack>
  );
}

type NobodyProps = { readonly isSearching: boolean; readonly onClear: () => void };

function Nobody({ isSearching, onClear }: NobodyProps) {
  if (!isSearching) {
    return (
      <EmptyState
        image="people"
        title="Nobody is on this site"
        description="As soon as the site has customers, choose one here to see its help center."
      />
    );
  }
  return (
    <EmptyState
      image="search"
      title="No match"
      description="Nobody on this site has such an address or name."
      action={<Button onPress={onClear}>Clear search</Button>}
    />
  );
}
