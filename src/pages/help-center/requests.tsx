import type { HelpCenter, HelpCenterRequest, Standing } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Hint, SectionHeading } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { RequestRow } from './request-row.tsx';
import styles from './requests.module.css';

const PAGE_SIZE = 20;
const SHOW = ['opens', 'closed'] as const;

type RequestsProps = Pick<HelpCenter, 'requests'> & { readonly logIn: Standing['logIn'] };

/** Every request that either account is attached to: what opens, what does not, and why. */
export function Requests({ requests, logIn }: RequestsProps) {
  const { filters, setFilter, page, offset, setPage } = useListParams({
    filters: { show: SHOW },
    pageSize: PAGE_SIZE,
    prefix: 'requests',
  });
  const open = requests.filter(({ canOpen }) => canOpen).length;
  const chosen = requests.filter((request) => isShown(request, filters.show));
  return (
    <section aria-label="Requests">
      <div className={styles['head']}>
        <SectionHeading level={3}>Requests</SectionHeading>
        {requests.length > 0 && (
          <>
            <span
              className={styles['count']}
            >{`${count(open)} of ${count(requests.length)} can be opened`}</span>
            <SelectField
              isCompact
              label="Show"
              value={filters.show ?? 'all'}
              onChange={(value) => setFilter('show', value === 'all' ? undefined : value)}
              options={[
                { value: 'all', label: 'All requests' },
                { value: 'opens', label: 'That open' },
                { value: 'closed', label: 'That stay closed' },
              ]}
            />
          </>
        )}
      </div>
      {logIn.outcome === 'verify-email' && open > 0 && (
        <Hint>They open once the e-mail address is verified.</Hint>
      )}
      {chosen.length === 0 ? (
        <p className={styles['none']}>
          {requests.length === 0 ? 'This person has no requests here.' : 'None of them.'}
        </p>
      ) : (
        <ul className={styles['requests']}>
          {chosen.slice(offset, offset + PAGE_SIZE).map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      )}
      {chosen.length > PAGE_SIZE && (
        <Pagination
          page={page}
          pageSize={PAGE_SIZE}
          total={chosen.length}
          onPage={setPage}
          noun={{ one: 'request', other: 'requests' }}
        />
      )}
    </section>
  );
}

function isShown({ canOpen }: HelpCenterRequest, show: (typeof SHOW)[number] | undefined): boolean {
  return show === undefined || canOpen === (show === 'opens');
}
