/* Export customers: everybody whom the list's search and filter name. */
import type { DomainError } from '../domain/errors.ts';
import type { SiteId } from '../domain/ids.ts';
import type { PortalCustomerState } from '../domain/portal-customer.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace, type Place } from './access.ts';
import type { Context, Page, PortalCustomerRow, Tx } from './ports.ts';

/** Customers that are read at once: a few milliseconds. */
const PAGE = 250;

/** The customers to write into a file, page by page, by name, with the site that names the file. */
export function exportCustomers(
  tx: Tx,
  input: {
    readonly siteId: SiteId;
    readonly search: string;
    readonly state: PortalCustomerState | null;
  },
  context: Context,
): Result<
  Pick<Place, 'site'> & { readonly pages: Generator<Page<PortalCustomerRow>, void> },
  DomainError
> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', input.siteId);
  if (!place.ok) return place;
  return ok({ site: place.value.site, pages: pagesOf(tx, input) });
}

function* pagesOf(
  tx: Tx,
  input: Parameters<typeof exportCustomers>[1],
): Generator<Page<PortalCustomerRow>, void> {
  const order = { sort: 'name', direction: 'ascending' } as const;
  for (let offset = 0; ; offset += PAGE) {
    const page = tx.lists.portalCustomers({ ...input, ...order, offset, limit: PAGE });
    if (page.items.length > 0) yield page;
    if (offset + PAGE >= page.total) return;
  }
}
