import { describe, expect, test } from 'vitest';
import { storeWith } from './memory-store.ts';
import { importRow, outcome } from './sample-records.ts';

const ALL = { search: '', offset: 0, limit: 100 };

describe('runs and imports', () => {
  test('outcomes of a run stand by position and are filtered by action and search', async () => {
    const store = await storeWith((tx) => {
      for (const position of [10, 2, 0, 1]) tx.copyOutcomes.put(outcome(position));
      tx.copyOutcomes.put(outcome(3, { action: 'link', name: 'ZOË' }));
      tx.copyOutcomes.put(outcome(0, { planId: 'plan_2' }));
    });
    store.read((tx) => {
      const positions = (query: object) => {
        const page = tx.lists.outcomes({ ...ALL, planId: 'plan_1', action: null, ...query });
        return [page.total, ...page.items.map((one) => one.position)];
      };
      expect(positions({})).toEqual([5, 0, 1, 2, 3, 10]);
      expect(positions({ action: 'link' })).toEqual([1, 3]);
      expect(positions({ search: 'zoë' })).toEqual([1, 3]);
      expect(positions({ search: 'PERSON 1', offset: 1, limit: 1 })).toEqual([2, 10]);
    });
  });

  test('rows of an import stand as in its files and are filtered by outcome and findings', async () => {
    const finding = { severity: 'warning', code: 'near-match', column: null, facts: {} } as const;
    const store = await storeWith((tx) => {
      tx.importRows.put(importRow(2, { fileNumber: 2 }));
      tx.importRows.put(importRow(11, { outcome: 'refused', findings: [finding] }));
      tx.importRows.put(importRow(3, { findings: [finding] }));
      tx.importRows.put(importRow(3, { importId: 'import_2' }));
    });
    store.read((tx) => {
      const lines = (query: object) => {
        const page = tx.lists.importRows({
          importId: 'import_1',
          outcome: null,
          withFindings: false,
          offset: 0,
          limit: 50,
          ...query,
        });
        return [page.total, ...page.items.map((one) => `${one.fileNumber}:${one.line}`)];
      };
      expect(lines({})).toEqual([3, '1:3', '1:11', '2:2']);
      expect(lines({ withFindings: true })).toEqual([2, '1:3', '1:11']);
      expect(lines({ withFindings: true, outcome: 'new' })).toEqual([1, '1:3']);
      expect(lines({ offset: 2 })).toEqual([3, '2:2']);
    });
  });
});
