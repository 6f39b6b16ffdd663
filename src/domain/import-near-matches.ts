/* Finds addresses that nearly match another one, on the site or in an earlier row. */
import type { ImportClaim } from './import-claim.ts';
import type { ImportState } from './import-state.ts';
import type { ImportFile, ImportFinding } from './import.ts';
import { nearKey } from './near-match.ts';

type Holder = {
  readonly emailKey: string;
  readonly email: string;
  readonly place: Readonly<Record<string, string | number>>;
};

/** Two holders of a near key are enough: at most one of them is the row's own address. */
const KEPT = 2;

export class NearMatches {
  private readonly holders = new Map<string, Holder[]>();

  constructor(state: ImportState) {
    for (const { email, emailKey } of state.customers.values()) this.add(email, emailKey);
    for (const id of state.siteAccess.keys()) {
      const account = state.accountsById.get(id);
      if (account) this.add(account.email, account.emailKey);
    }
  }

  /** Facts about another address that nearly matches; the row's own is remembered for later rows. */
  findAndAdd(claim: ImportClaim, file: ImportFile, line: number): ImportFinding['facts'] | null {
    const near = nearKey(claim.emailKey);
    const other = this.holders.get(near)?.find(({ emailKey }) => emailKey !== claim.emailKey);
    this.remember(near, claim.email, claim.emailKey, { file: file.name, line });
    return other ? { value: claim.email, other: other.email, ...other.place } : null;
  }

  /** An address of the site: it has no place in a file. */
  private add(email: string, emailKey: string): void {
    this.remember(nearKey(emailKey), email, emailKey, {});
  }

  private remember(near: string, email: string, emailKey: string, place: Holder['place']): void {
    const holders = this.holders.get(near);
    if (!holders) this.holders.set(near, [{ emailKey, email, place }]);
    else if (holders.length < KEPT && !holders.some((known) => known.emailKey === emailKey)) {
      holders.push({ emailKey, email, place });
    }
  }
}
