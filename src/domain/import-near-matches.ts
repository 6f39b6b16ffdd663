/* Finds addresses that nearly match another one, on the site or in an earlier row. */
import { emailKey } from './email-key.ts';
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
    for (const { email } of state.customers.values()) this.add(email);
    for (const id of state.siteAccess.keys()) {
      const account = state.accountsById.get(id);
      if (account) this.add(account.email);
    }
  }

  /** Facts about another address that nearly matches; the row's own is remembered for later rows. */
  findAndAdd(claim: ImportClaim, file: ImportFile, line: number): ImportFinding['facts'] | null {
    const near = nearKey(claim.emailKey);
    const other = this.holders.get(near)?.find((holder) => holder.emailKey !== claim.emailKey);
    this.add(claim.email, { file: file.name, line });
    return other ? { value: claim.email, other: other.email, ...other.place } : null;
  }

  /** An address without a place stands on the site. */
  private add(email: string, place: Holder['place'] = {}): void {
    const key = emailKey(email);
    const near = nearKey(key);
    const holders = this.holders.get(near) ?? [];
    if (holders.length >= KEPT || holders.some((holder) => holder.emailKey === key)) return;
    holders.push({ emailKey: key, email, place });
    this.holders.set(near, holders);
  }
}
