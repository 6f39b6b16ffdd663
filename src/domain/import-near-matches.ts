/* Finds addresses that nearly match another one, on the site or server, or in an earlier row. */
import type { ImportFile, ImportFinding } from './import.ts';
import { nearKey } from './near-match.ts';

/** An address with its e-mail key. */
type Address = { readonly email: string; readonly emailKey: string };

type Holder = {
  readonly emailKey: string;
  readonly email: string;
  readonly place: Readonly<Record<string, string | number>>;
};

/** Two holders of a near key are enough: at most one of them is the row's own address. */
const KEPT = 2;

export class NearMatches {
  private readonly holders = new Map<string, Holder[]>();

  /** `held` are the addresses of the site or server. */
  constructor(held: Iterable<Address>) {
    // An address of the place itself has no line in a file.
    for (const { email, emailKey } of held) this.remember(nearKey(emailKey), email, emailKey, {});
  }

  /** Facts about another address that nearly matches; the row's own is remembered for later rows. */
  findAndAdd(claim: Address, file: ImportFile, line: number): ImportFinding['facts'] | null {
    const near = nearKey(claim.emailKey);
    const other = this.holders.get(near)?.find(({ emailKey }) => emailKey !== claim.emailKey);
    this.remember(near, claim.email, claim.emailKey, { file: file.name, line });
    return other ? { value: claim.email, other: other.email, ...other.place } : null;
  }

  private remember(near: string, email: string, emailKey: string, place: Holder['place']): void {
    const holders = this.holders.get(near);
    if (!holders) this.holders.set(near, [{ emailKey, email, place }]);
    else if (holders.length < KEPT && !holders.some((known) => known.emailKey === emailKey)) {
      holders.push({ emailKey, email, place });
    }
  }
}
