import { downloadReports, downloadRequiresAttention } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Inline, Stack } from '#src/ui/layout.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { CheckReport } from './check-report.tsx';
import { CompareReport } from './compare-report.tsx';
import { DownloadButton } from './download-button.tsx';
import { isMigration } from './flow-words.ts';

/** The downloads of a run, and the way back for a saved one. */
export function RunReports({ plan }: { readonly plan: CopyPlan }) {
  return (
    <Stack gap="300">
      <Card title={labels.downloadReport}>
        <p>
          {isMigration(plan)
            ? 'One zip holds the pre-migration report (PreMigrationReport.csv: what each check found last), the post-migration report (every person’s outcome, groups, service projects, RequiresAttention.csv and a summary) and the error log (ErrorLog.csv: whatever did not arrive).'
            : 'The full report is a zip with RequiresAttention.csv, every customer’s outcome, customer organizations, groups, service projects and a summary.'}
          {plan.state === 'running' && ' The run is still going on: it holds what is done so far.'}
        </p>
        <Inline>
          <DownloadButton load={() => downloadReports(plan.id)}>Full report (zip)</DownloadButton>
        </Inline>
        <p>
          RequiresAttention.csv has the rows that are open now. Rows that are done are not in it any
          more.
        </p>
        <Inline>
          <DownloadButton load={() => downloadRequiresAttention(plan.id)}>
            RequiresAttention.csv
          </DownloadButton>
        </Inline>
      </Card>
      <Card title="Raw files" actions={<SimulatorMark />}>
        <p>
          A spreadsheet runs a cell that begins with =, +, − or @ as a formula, whoever wrote it. In
          the files above such a cell has an apostrophe in front. Raw files leave every cell as it
          is: take them for another program, not for a spreadsheet.
        </p>
        <Inline>
          <DownloadButton load={() => downloadReports(plan.id, { raw: true })}>
            Full report (zip), raw
          </DownloadButton>
          <DownloadButton load={() => downloadRequiresAttention(plan.id, { raw: true })}>
            RequiresAttention.csv, raw
          </DownloadButton>
        </Inline>
      </Card>
      <Card title="Check a saved report" actions={<SimulatorMark />}>
        <CheckReport plan={plan} />
      </Card>
      <CompareReport plan={plan} />
    </Stack>
  );
}
