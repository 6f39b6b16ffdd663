import { downloadCustomers } from '#src/client/portal-customers.ts';
import { saveFile } from '#src/client/save-file.ts';
import type { Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { useReportedWork } from '#src/ui/use-reported-work.ts';
import type { CustomerListParams } from './customer-list-query.ts';

type ExportCustomersProps = {
  readonly site: Site;
  readonly list: Pick<CustomerListParams, 'search' | 'filters'>;
};

/** Saves what the list's search and filter leave, all pages of it, as CSV. */
export function ExportCustomers({ site, list }: ExportCustomersProps) {
  const { isBusy, start } = useReportedWork();
  const reason = whyNot(site.actions.viewPortalCustomers);

  async function save() {
    const { state } = list.filters;
    saveFile(await downloadCustomers(site.id, { search: list.search, ...(state && { state }) }));
  }

  return (
    <Button
      iconBefore="download"
      isBusy={isBusy}
      isDisabled={reason !== undefined}
      reason={reason}
      onPress={() => start(save)}
    >
      {labels.exportCustomers}
    </Button>
  );
}
