import { Link } from 'react-router-dom';
import type { Invitation } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { problemText } from '#src/ui/problem-text.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { licenceEffect, roleName } from './role-words.ts';

type InvitationEffectProps = {
  readonly plan: Invitation;
  readonly siteId: string;
  readonly siteName: string;
};

const REQUESTS = { one: 'request', other: 'requests' };

/** What an invitation would do, before it is sent. */
export function InvitationEffect({ plan, siteId, siteName }: InvitationEffectProps) {
  const { refusal, duplicate, licences } = plan;
  return (
    <section aria-label="What the invitation does">
      <Stack gap="100">
        <Inline>
          <SectionHeading level={3}>What the invitation does</SectionHeading>
          <SimulatorMark />
        </Inline>
        {refusal && <Refused refusal={refusal} plan={plan} />}
        {duplicate && (
          <SectionMessage
            tone="warning"
            title={`This address has a portal-only account on ${siteName}`}
            actions={
              <Link
                to={pathTo(
                  'portal-customers',
                  { siteId },
                  { [searchKeys.customer]: duplicate.customerId },
                )}
              >
                Open the portal customer
              </Link>
            }
          >
            {`${duplicateWords(plan)}: ${hiddenRequests(duplicate.requests)} cannot be opened until that account is migrated.`}
          </SectionMessage>
        )}
        <DefinitionList
          items={[
            { term: 'Atlassian account', value: accountWords(plan) },
            {
              term: `Role on ${siteName}`,
              value: `${roleName(plan.role.before)} now, ${roleName(plan.role.after)} afterwards`,
            },
            ...(plan.joins.length > 0 ? [{ term: 'Joins', value: listOf(plan.joins) }] : []),
            { term: 'Licences', value: licenceEffect(licences, plan.licencesAdded) },
            { term: 'Mail', value: mailWords(plan) },
          ]}
        />
      </Stack>
    </section>
  );
}

function Refused({ refusal, plan }: Pick<InvitationEffectProps, 'plan'> & Refusal) {
  const { used, limit } = plan.licences;
  const facts = { used, limit, state: 'deactivated', name: listOf(plan.joins) };
  const { title, description } = problemText({ code: refusal, facts });
  return (
    <SectionMessage tone="error" title={title}>
      {description}
    </SectionMessage>
  );
}

type Refusal = { readonly refusal: NonNullable<Invitation['refusal']> };

function duplicateWords({ account }: Invitation): string {
  return account === null || account.access === 'none'
    ? 'The invitation makes a duplicate'
    : 'It is a duplicate already';
}

function hiddenRequests(requests: number): string {
  return requests === 0
    ? 'requests that the portal-only account still gets'
    : `${countOf(requests, REQUESTS)} of the portal-only account`;
}

function accountWords({ account, isManaged }: Invitation): string {
  if (!account) {
    return isManaged
      ? 'A new one is made; the organization manages it'
      : 'A new one is made, with an e-mail address to verify';
  }
  const standing = {
    active: 'has access to the site already',
    suspended: 'is suspended here, and gets its access back',
    none: 'exists, and gets access to the site',
  }[account.access];
  return `${account.name} ${standing}`;
}

function mailWords({ account, email }: Invitation): string {
  return account
    ? `An invitation goes to ${email}`
    : `An invitation and a message to verify the address go to ${email}`;
}
