import type { ImportId } from '../domain/ids.ts';
import type { ImportOutcome, ImportRow } from '../domain/import.ts';
import type { Tx } from './ports.ts';

type ImportCounts = Readonly<Record<ImportOutcome, number>>;

/** How many rows come to what, and how many warnings they carry. */
export type ImportTally = { readonly counts: ImportCounts; readonly warnings: number };

type Counting = { counts: Record<ImportOutcome, number>; warnings: number };

/** Counts rows as they pass, by file. */
export class Tallies {
  private readonly files = new Map<number, Counting>();

  /** Those of an import as it is stored. */
  static of(tx: Tx, importId: ImportId): Tallies {
    const tallies = new Tallies();
    const { rows, warnings } = tx.queries.importTallies(importId);
    for (const { fileNumber, outcome, count } of rows) {
      tallies.counting(fileNumber).counts[outcome] = count;
    }
    for (const { fileNumber, count } of warnings) tallies.counting(fileNumber).warnings = count;
    return tallies;
  }

  add({ fileNumber, outcome, findings }: ImportRow): void {
    const counting = this.counting(fileNumber);
    counting.counts[outcome] += 1;
    for (const { severity } of findings) if (severity === 'warning') counting.warnings += 1;
  }

  ofFile(number: number): ImportTally {
    return this.files.get(number) ?? none();
  }

  ofAll(): ImportTally {
    const all = none();
    for (const { counts, warnings } of this.files.values()) {
      for (const [outcome, count] of Object.entries(counts)) {
        all.counts[outcome as ImportOutcome] += count;
      }
      all.warnings += warnings;
    }
    return all;
  }

  private counting(fileNumber: number): Counting {
    const counting = this.files.get(fileNumber) ?? none();
    this.files.set(fileNumber, counting);
    return counting;
  }
}

function none(): Counting {
  return { counts: { new: 0, updated: 0, unchanged: 0, refused: 0 }, warnings: 0 };
}
