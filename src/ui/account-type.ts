/* Account types in the words of the table in S0. */
import type { Outcome } from '#src/contract/wire.ts';
import { labels } from './labels.ts';

type Holding = Outcome['sourceHolding'] | Outcome['destinationHolding'];

const LABELS: Readonly<Record<Holding, string>> = {
  nobody: 'None',
  'portal-only': labels.portalOnly,
  atlassian: labels.atlassianAccount,
  both: labels.portalOnlyAndAtlassianAccount,
  deleted: labels.formerUser,
  licensed: 'Licensed user',
  customer: labels.customer,
  former: 'Former customer',
};

/** What an e-mail address holds on a site, or what a server takes somebody for, as the report and the screens call it. */
export function accountTypeLabel(holding: Holding): string {
  return LABELS[holding];
}
