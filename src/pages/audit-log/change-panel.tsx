import type { AuditEntry } from '#src/contract/wire.ts';
import { factName, factValue } from '#src/ui/audit-facts.ts';
import { actorLabel, auditChangeLabel, auditSubject } from '#src/ui/audit-words.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { DetailPanel } from '#src/ui/detail-panel.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { ChangeTable } from './change-table.tsx';

type ChangePanelProps = { readonly entry: AuditEntry; readonly onClose: () => void };

/** One change: who, when, what it was about, and before and after where the entry has both. */
export function ChangePanel({ entry, onClose }: ChangePanelProps) {
  const { before, after } = entry;
  // What stands in the table need not be said again.
  const facts = Object.entries(entry.facts).filter(([name, value]) => after?.[name] !== value);
  return (
    <DetailPanel title={auditChangeLabel(entry)} subtitle={auditSubject(entry)} onClose={onClose}>
      <DefinitionList
        items={[
          { term: 'When', value: <Instant at={entry.at} format="date-time" /> },
          { term: 'Who', value: actorLabel(entry.actor) },
          { term: 'Site', value: entry.site?.name ?? 'All' },
          { term: 'Record', value: entry.subjectId },
        ]}
      />
      {(before !== null || after !== null) && (
        <Stack gap="100">
          <SectionHeading level={3}>Before and after</SectionHeading>
          <ChangeTable before={before} after={after} />
        </Stack>
      )}
      {facts.length > 0 && (
        <Stack gap="100">
          <SectionHeading level={3}>Facts</SectionHeading>
          <DefinitionList
            items={facts.map(([name, value]) => ({
              term: factName(name),
              value: factValue(name, value),
            }))}
          />
        </Stack>
      )}
    </DetailPanel>
  );
}
