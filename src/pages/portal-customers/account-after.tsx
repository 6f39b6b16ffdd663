import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import type { Consequences } from './request-words.ts';

type Account = Consequences['account'];

type AccountAfterProps = {
  readonly customer: PortalCustomerDetail;
  readonly account: Account;
};

/** The Atlassian account that takes over: a new one, or the one that exists. */
export function AccountAfter({ customer, account }: AccountAfterProps) {
  const mark = markOf(account);
  const hasOtherName = account.name !== null && account.name !== customer.name;
  return (
    <>
      <Inline gap="075">
        {labels.atlassianAccount}
        <Lozenge tone={mark.tone}>{mark.label}</Lozenge>
      </Inline>
      <Hint>
        {whence(account)}
        {hasOtherName && ` It is called “${account.name}”.`}
      </Hint>
    </>
  );
}

function markOf(account: Account): { readonly label: string; readonly tone: LozengeTone } {
  if (!account.exists) return { label: 'New', tone: 'new' };
  if (account.state === 'suspended') return { label: labels.suspended, tone: 'moved' };
  if (account.state === 'deactivated') return { label: labels.deactivated, tone: 'removed' };
  return { label: 'Existing', tone: 'success' };
}

function whence(account: Account): string {
  if (!account.exists) return 'Created with this e-mail address, not verified yet.';
  const verified = account.emailVerified ? '' : ' Its e-mail address is not verified.';
  return `${placeOf(account)}${verified}`;
}

function placeOf(account: Account): string {
  if (account.onThisSite) return 'It is on this site already.';
  if (account.state === null) return 'It exists outside this organization and joins it.';
  return 'It is in this organization and gets access to this site.';
}
