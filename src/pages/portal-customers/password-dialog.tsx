/* "Change password" of a portal-only account (domain.md 3.1, CHPW). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerAccessQueries } from '#src/client/customer-access.ts';
import { portalCustomerQueries, useSetPassword } from '#src/client/portal-customers.ts';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { focusAtOnce } from '#src/ui/focus-at-once.ts';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { problemText } from '#src/ui/problem-text.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { customerFacts } from './customer-change-facts.ts';
import { CustomerDialogBody } from './customer-dialog-body.tsx';
import type { CustomerDialogProps } from './customer-dialogs.tsx';
import { whyNotPassword } from './customer-states.tsx';

/** Asks for a password, which the backend checks and forgets. */
export function PasswordDialog({ siteId, customerId, onClose }: CustomerDialogProps) {
  const {
    data: customer,
    error,
    refetch,
  } = useQuery(portalCustomerQueries.get(siteId, customerId));
  const access = useQuery(customerAccessQueries.get(siteId));
  const [password, setPassword] = useState('');
  // The customer as it was when somebody began to type, until a newer one was shown.
  const [begun, setBegun] = useState<PortalCustomerDetail | null>(null);
  const [isShown, setIsShown] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const save = useSetPassword();
  const flags = useFlags();
  const isBusy = save.isPending || save.isSuccess;
  const stale = useStaleStep(save.error, customer, customerFacts);
  const reason = customer && !isBusy ? whyNotPassword(customer) : undefined;
  const isWeak = problemCode(save.error) === 'portal-customer.password-weak';
  const tooShort = isWeak ? problemText(save.error).description : undefined;

  function confirm() {
    setIsAsked(true);
    if (!customer || password === '' || isBusy) return;
    const base = stale.refusal ? customer : (begun ?? customer);
    stale.asked(base);
    setBegun(base);
    save.mutate(
      { siteId, customerId, password, version: base.version },
      {
        onSuccess() {
          const title = `The password of ${customer.name || customer.email} is changed`;
          const description = `A message about it goes to ${customer.email}.`;
          flags.show({ tone: 'success', title, description });
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.changePassword}
      confirmLabel={labels.savePassword}
      width="small"
      isBusy={isBusy}
      isConfirmDisabled={!customer || reason !== undefined}
      error={tooShort === undefined ? save.error : null}
      refusal={stale.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <CustomerDialogBody customer={customer} error={error} retry={refetch} reason={reason}>
        {(shown) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              confirm();
            }}
          >
            <Stack gap="150">
              {access.data?.portalLogin === 'single-sign-on' && (
                <SectionMessage title="Portal-only customers log in with single sign-on here">
                  {`The help center does not ask for this password. It counts once their log-in is set to Password under ${labels.customerAccess}, as after the identity provider is disconnected.`}
                </SectionMessage>
              )}
              <TextField
                label="New password"
                type={isShown ? 'text' : 'password'}
                autoComplete="new-password"
                ref={focusAtOnce}
                isRequired
                maxLength={200}
                isDisabled={reason !== undefined}
                value={password}
                onChange={(typed) => {
                  setPassword(typed);
                  setBegun((before) => before ?? shown);
                }}
                error={isAsked && password === '' ? 'Enter a password' : tooShort}
                hint="At least 8 characters. Drydock checks the length and forgets it."
              />
              <Checkbox label="Show password" isChecked={isShown} onChange={setIsShown} />
              <p>
                {`The old password stops working at once. A message to ${shown.email} says so; it does not contain the new one, which you hand over yourself.`}
              </p>
              <Hint>
                Last set by an admin:{' '}
                <Instant at={shown.passwordSetAt} format="date-time" none="never" />
              </Hint>
            </Stack>
          </form>
        )}
      </CustomerDialogBody>
    </ConfirmDialog>
  );
}
