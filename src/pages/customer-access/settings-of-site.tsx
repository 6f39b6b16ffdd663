import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerAccessQueries } from '#src/client/customer-access.ts';
import { Card } from '#src/ui/layout.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import styles from './customer-access.module.css';
import { draftOf, isSame, type Draft } from './settings-draft.ts';
import { SettingsForm } from './settings-form.tsx';
import { TryAddress } from './try-address.tsx';

/** The settings with what was changed in them so far, and beside them an address to try. */
export function SettingsOfSite({ siteId }: { readonly siteId: string }) {
  const { data, error, refetch } = useQuery(customerAccessQueries.get(siteId));
  const [changed, setChanged] = useState<Draft | null>(null);
  if (!data || problemCode(error) === 'forbidden') {
    return error ? <Failed error={error} retry={refetch} /> : <Loading />;
  }
  const draft = changed ?? draftOf(data);
  const isDirty = changed !== null && !isSame(changed, draftOf(data));
  return (
    <div className={styles['columns']}>
      <SettingsForm saved={data} draft={draft} isDirty={isDirty} onChange={setChanged} />
      <TryAddress siteId={siteId} isDirty={isDirty} />
    </div>
  );
}

function Loading() {
  return (
    <div className={styles['columns']} aria-busy>
      <Card>
        <SkeletonLines count={10} />
      </Card>
    </div>
  );
}
