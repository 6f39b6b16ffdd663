import { downloadCustomers } from '#src/client/portal-customers.ts';
import { saveFile } from '#src/client/save-file.ts';
import type { Site } from '#src/contract/wire.ts';
import { FileButton, type FileWatch } from '#src/ui/file-button.tsx';
import { labels } from '#src/ui/labels.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import type { CustomerListParams } from './customer-list-query.ts';

type ExportCustomersProps = {
  readonly site: Site;
  readonly list: Pick<CustomerListParams, 'search' | 'filters'>;
};

/** Saves what the list's search and filter leave, all pages of it, as CSV. */
export function ExportCustomers({ site, list }: ExportCustomersProps) {
  const reason = whyNot(site.actions.viewPortalCustomers);

  async function save(watch: FileWatch) {
    const { state } = list.filters;
    const query = { search: list.search, ...(state && { state }) };
    saveFile(await downloadCustomers(site.id, query, watch));
  }

  return (
    <FileButton isDisabled={reason !== undefined} reason={reason} work={save}>
      {labels.exportCustomers}
    </FileButton>
  );
}
