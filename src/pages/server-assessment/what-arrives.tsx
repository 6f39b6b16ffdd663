import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Hint, Stack } from '#src/ui/layout.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import type { Found } from './fix-words.ts';
import { FixTotalsText } from './fix-totals-text.tsx';
import { PEOPLE_LIST, togglesOf } from './people-list-params.ts';

/** What the chosen fixes come to; the tiles narrow the list below. */
export function WhatArrives({ found }: { readonly found: Found }) {
  const list = useListParams(PEOPLE_LIST);
  const { totals } = found;
  return (
    <Card title="What a migration makes of them" actions={<SimulatorMark />}>
      <Stack gap="200">
        <StatTiles
          label="Users by what becomes of them"
          items={[
            { id: 'arrives', label: 'Arrive', count: totals.arrive },
            { id: 'merged', label: 'Merged into others', count: totals.merged },
            { id: 'former', label: labels.formerUser, count: totals.former },
            { id: 'blocked', label: 'Still blocked', count: totals.blocked, tone: 'refused' },
          ]}
          selected={list.filters.outcome}
          onSelect={(id) => togglesOf(list).outcome(id)}
        />
        <FixTotalsText totals={totals} />
        {totals.gone > 0 && (
          <Hint>
            {`${countOf(totals.gone, { one: 'more user is', other: 'more users are' })} deleted or of an inactive directory: not assessed, and whatever names them appears under Former customer.`}
          </Hint>
        )}
      </Stack>
    </Card>
  );
}
