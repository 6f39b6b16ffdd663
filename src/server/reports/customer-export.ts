/* Export customers as a file that Drydock loads again unchanged. */
import type { PortalCustomerRow } from '#src/application/ports.ts';
import { CUSTOMER_EXPORT_HEADINGS, exportCells } from '#src/domain/customer-export.ts';
import type { Site } from '#src/domain/organization.ts';
import type { FileAnswer } from '../handler.ts';
import { writeCsv } from '../csv/write-csv.ts';

/** The customers of a site as CSV, guarded against spreadsheets. */
export function customerExport(site: Site, rows: readonly PortalCustomerRow[]): FileAnswer {
  const name = site.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return {
    fileName: `portal-customers-${name || 'site'}.csv`,
    bytes: writeCsv(CUSTOMER_EXPORT_HEADINGS, rows.map(exportCells), { guard: true }),
  };
}
