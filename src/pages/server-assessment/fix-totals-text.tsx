import type { FixTotals } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { CUSTOMERS, USERS } from './assessment-words.ts';

/** What fixes come to, in one or two sentences; read out when it changes. */
export function FixTotalsText({ totals }: { readonly totals: FixTotals }) {
  return <output>{sentences(totals).join(' ')}</output>;
}

function sentences(totals: FixTotals): string[] {
  const { arrive, licensed, customers, newAddresses, merged, former, blocked } = totals;
  const accounts = countOf(arrive, { one: 'account can arrive', other: 'accounts can arrive' });
  const fresh = newAddresses === 0 ? '' : `, ${count(newAddresses)} of them with a new address`;
  return [
    `${accounts}: ${countOf(licensed, USERS)} and ${countOf(customers, CUSTOMERS)}${fresh}.`,
    ...(merged > 0
      ? [`${countOf(merged, USERS)} ${merged === 1 ? 'is' : 'are'} merged into others.`]
      : []),
    ...(former > 0
      ? [`${countOf(former, USERS)} become${former === 1 ? 's' : ''} Former user.`]
      : []),
    blocked > 0
      ? `${countOf(blocked, USERS)} still block${blocked === 1 ? 's' : ''} every migration that would take them along.`
      : 'Nobody blocks a migration.',
  ];
}
