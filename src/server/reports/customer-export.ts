/* Export customers as a file that Drydock loads again unchanged. */
import type { PortalCustomerRow } from '#src/application/ports.ts';
import { CUSTOMER_EXPORT_HEADINGS, exportCells } from '#src/domain/customer-export.ts';
import type { Site } from '#src/domain/organization.ts';
import type { SlicedFile } from '../handler.ts';
import { csvSlices } from '../csv/write-csv.ts';

type CustomerPages = Iterable<{
  readonly items: readonly PortalCustomerRow[];
  readonly total: number;
}>;

/** The customers of a site as CSV, guarded against spreadsheets. */
export function customerExport(site: Site, pages: CustomerPages): SlicedFile {
  const name = site.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return {
    fileName: `portal-customers-${name || 'site'}.csv`,
    slices: csvSlices(CUSTOMER_EXPORT_HEADINGS, cellsOf(pages)),
  };
}

function* cellsOf(pages: CustomerPages) {
  for (const { items, total } of pages) yield { rows: items.map(exportCells), total };
}
