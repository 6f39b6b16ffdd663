/* Finds addresses that nearly match another one, on the site or server, or in an earlier row. */
import type { ImportFile, ImportFinding } from './import.ts';
import { nearKey } from './near-match.ts';

/** An address with its e-mail key. */
type Address = { readonly email: string; readonly emailKey: string };

/** A holder of the place itself has no line in a file. */
type Holder = Address & { readonly file: string | null; readonly line: number };

export class NearMatches {
  /** One holder is the rule; two of a near key are enough: at most one of them is the row's own address. */
  private readonly holders = new Map<string, Holder | readonly [Holder, Holder]>();

  /** `held` are addresses of the site or server. */
  constructor(held: Iterable<Address> = []) {
    for (const address of held) this.hold(address);
  }

  /** Remembers an address of the site or server. */
  hold({ email, emailKey }: Address): void {
    this.remember(nearKey(emailKey), { email, emailKey, file: null, line: 0 });
  }

  /** Facts about another address that nearly matches; the row's own is remembered for later rows. */
  findAndAdd(claim: Address, file: ImportFile, line: number): ImportFinding['facts'] | null {
    const near = nearKey(claim.emailKey);
    const held = this.holders.get(near);
    const holders = held === undefined ? [] : 'email' in held ? [held] : held;
    const other = holders.find(({ emailKey }) => emailKey !== claim.emailKey);
    const { email, emailKey } = claim;
    this.remember(near, { email, emailKey, file: file.name, line });
    if (!other) return null;
    const place = other.file === null ? {} : { file: other.file, line: other.line };
    return { value: claim.email, other: other.email, ...place };
  }

  private remember(near: string, holder: Holder): void {
    const held = this.holders.get(near);
    if (held === undefined) this.holders.set(near, holder);
    else if ('email' in held && held.emailKey !== holder.emailKey) {
      this.holders.set(near, [held, holder]);
    }
  }
}
