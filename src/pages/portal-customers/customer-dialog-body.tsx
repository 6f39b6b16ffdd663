import type { ReactNode } from 'react';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CustomerStateLozenge } from './customer-states.tsx';

type CustomerDialogBodyProps = {
  readonly customer: PortalCustomerDetail | undefined;
  readonly error: unknown;
  readonly retry: () => unknown;
  /** Why the step cannot be taken; the state may have changed since the dialog was opened. */
  readonly reason?: string | undefined;
  readonly children: (customer: PortalCustomerDetail) => ReactNode;
};

/** Whom a dialog is about, why its step is not possible, and what it would do. */
export function CustomerDialogBody({
  customer,
  error,
  retry,
  reason,
  children,
}: CustomerDialogBodyProps) {
  if (!customer) {
    return error ? <ProblemMessage error={error} retry={retry} /> : <SkeletonLines count={5} />;
  }
  return (
    <Stack gap="200">
      <Person
        name={customer.name}
        email={customer.email}
        suffix={<CustomerStateLozenge state={customer.state} />}
      />
      {reason && (
        <SectionMessage tone="warning" title="Not possible now">
          {reason}.
        </SectionMessage>
      )}
      {children(customer)}
    </Stack>
  );
}
