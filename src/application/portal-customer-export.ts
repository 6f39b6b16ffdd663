/* Export customers: everybody whom the list's search and filter name. */
import type { DomainError } from '../domain/errors.ts';
import type { SiteId } from '../domain/ids.ts';
import type { PortalCustomerState } from '../domain/portal-customer.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace, type Place } from './access.ts';
import type { Context, PortalCustomerRow, Tx } from './ports.ts';

/** The customers to write into a file, by name, with the site that names the file. */
export function exportCustomers(
  tx: Tx,
  input: {
    readonly siteId: SiteId;
    readonly search: string;
    readonly state: PortalCustomerState | null;
  },
  context: Context,
): Result<Pick<Place, 'site'> & { readonly rows: readonly PortalCustomerRow[] }, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', input.siteId);
  if (!place.ok) return place;
  const { items: rows } = tx.lists.portalCustomers({
    ...input,
    sort: 'name',
    direction: 'ascending',
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  });
  return ok({ site: place.value.site, rows });
}
