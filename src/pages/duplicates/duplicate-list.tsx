import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { duplicateQueries } from '#src/client/duplicates.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { Duplicate, Site } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LatePart } from '#src/ui/late-part.tsx';
import { Toolbar } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import type { CureStep } from './cure-words.ts';
import { duplicateColumns } from './duplicate-columns.tsx';

const CureDialog = lazy(async () => ({ default: (await import('./cure-dialog.tsx')).CureDialog }));

type Chosen = { readonly duplicate: Duplicate; readonly step: CureStep };

/** Duplicates of a site, each with its symptoms and the next step of its cure. */
export function DuplicateList({ site }: { readonly site: Site }) {
  const list = useListParams({ hasSizes: true });
  const { search } = list;
  const duplicatesAt = ({ offset, limit }: BlockPlace) =>
    duplicateQueries.list(site.id, { search, offset, limit });
  const query = useQuery(duplicatesAt(list));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;
  const isEmpty = query.data?.total === 0 && !query.isPlaceholderData && !list.isNarrowed;

  return (
    <>
      {!isEmpty && (
        <Toolbar>
          <SearchField
            label="Search duplicates by name or e-mail"
            placeholder="Search name or e-mail"
            value={list.searchText}
            onChange={list.setSearchText}
          />
        </Toolbar>
      )}
      <RecordTable<Duplicate>
        caption={`Duplicate accounts of ${site.name}`}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={duplicateColumns(site, (duplicate, step) => setChosen({ duplicate, step }))}
        rowKey={({ customerId }) => customerId}
        whole={wholeList(list.whole, duplicatesAt)}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
        empty={
          <EmptyState
            image="people"
            title="No duplicate accounts"
            description="No address has both account types on this site."
          />
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        sizing={list}
        noun={{ one: 'address', other: 'addresses' }}
      />
      {chosen && (
        <LatePart>
          <CureDialog
            site={site}
            step={chosen.step}
            duplicate={
              query.data?.items.find(
                ({ customerId }) => customerId === chosen.duplicate.customerId,
              ) ??
              (list.whole && chosen.duplicate)
            }
            onClose={() => setChosen(null)}
          />
        </LatePart>
      )}
    </>
  );
}
