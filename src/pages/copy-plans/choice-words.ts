/* What the choices of people mean, by flow (S2, "Copy customers"; S4, "Customer migration options"). */
import type { CopyPlan } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { PlanFlow } from './flow-words.ts';
import { membershipLabel, scopeLabel, userScopeLabel } from './plan-words.ts';

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly description: string;
};

type Ends = { readonly source: string; readonly destination: string };

const RELATED_ON_SITE =
  'Those who reported a request there or take part in one, belong to a customer organization of a selected service project, or are named in its fields, content, workflow or permissions.';
const RELATED_ON_SERVER =
  'Those who raised a request in a selected service project or are referenced on one.';
const NONE_IN_ADVANCE = 'Only users and groups are migrated. Customers can come with the data.';

/** Which customers come along. */
export function customerChoice(
  flow: PlanFlow,
  value: CopyPlan['customers'],
  { source }: Ends,
): Choice<CopyPlan['customers']> {
  const label = scopeLabel(value, flow);
  if (flow === 'copy') {
    return {
      value,
      label,
      description:
        value === 'related'
          ? RELATED_ON_SITE
          : `Everyone on ${source} with a portal-only account or the Customer role: active customers, inactive ones as inactive, and the content of deleted ones under ${labels.formerUser}.`,
    };
  }
  const texts = {
    all: `Everyone who ever raised a request on ${source} by the customer portal or by e-mail.`,
    related: RELATED_ON_SERVER,
    none: flow === 'in-advance' ? NONE_IN_ADVANCE : 'Only users and groups are migrated.',
  };
  return { value, label, description: texts[value] };
}

/** Which users come along. */
export function userChoice(
  flow: PlanFlow,
  value: CopyPlan['users'],
  { source }: Ends,
): Choice<CopyPlan['users']> {
  const isCopy = flow === 'copy';
  const texts = {
    all: isCopy
      ? `Everyone with an Atlassian account on ${source} whose role is not Customer.`
      : `Every licensed user of ${source}; agents and project admins are among them.`,
    related: isCopy
      ? 'Users who take part in a request there or are named in fields, content, workflow or permissions of a selected service project. Their groups and the groups named there come along.'
      : 'Users who are referenced in a selected service project, with their groups and the groups named there.',
    'related-and-members':
      'The same users, and also the other members of the groups that are named there.',
  };
  return { value, label: userScopeLabel(value), description: texts[value] };
}

/** Whether users arrive in their groups. */
export function membershipChoice(
  flow: PlanFlow,
  isPreserved: boolean,
  { destination }: Ends,
): Choice<'kept' | 'separate'> {
  return {
    value: isPreserved ? 'kept' : 'separate',
    label: membershipLabel(isPreserved, flow),
    description: isPreserved
      ? `Users arrive in their groups. A group whose name exists on ${destination} is joined and gives its access at once; a new one waits for review.`
      : `Groups that ${destination} does not have arrive without members and wait for review. Nobody joins a group, gets a role or takes a licence until an administrator adds them.`,
  };
}
