import type { Job, PortalCustomer } from '#src/contract/wire.ts';
import { Icon } from '#src/ui/icon.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { CustomerStateLozenge } from './customer-states.tsx';

type CustomerStatusProps = {
  readonly customer: PortalCustomer;
  /** The running migration, once it is known. */
  readonly job: Job | undefined;
};

/** The state, how far a running migration is, and whether the last one failed. */
export function CustomerStatus({ customer, job }: CustomerStatusProps) {
  return (
    <Stack gap="050">
      <div>
        <CustomerStateLozenge state={customer.state} />
      </div>
      {customer.state === 'migrating' && job && (
        <ProgressBar
          label={`Migrating ${customer.name || customer.email}`}
          isLabelHidden
          value={job.progress}
          detail={`${formatDuration(job.remainingMs)} left`}
        />
      )}
      {customer.failure && (
        <Hint>
          <Icon name="warning" size={12} /> Last migration failed
        </Hint>
      )}
    </Stack>
  );
}
