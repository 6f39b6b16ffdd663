import type { Instant } from './clock.ts';
import type { ImportId, SiteId } from './ids.ts';

/** File formats of `atlassian-api.md` section 6 that can be loaded. */
export type ExportFormat =
  'portal-customers' | 'users' | 'users-by-group-2021' | 'users-by-group-older';

/** What a column of a loaded file means. Several columns of one file may say `product-role`. */
export type ImportField =
  | 'account-id'
  | 'name'
  | 'email'
  | 'active'
  | 'status'
  | 'created'
  | 'last-seen'
  | 'group'
  | 'product-role'
  | 'ignore';

/** Which account type the rows of a mapped file describe. */
export type ImportedKind = 'portal-only' | 'atlassian';

/** Files chosen for one site, looked at before anything is written. */
export type ImportSession = {
  readonly id: ImportId;
  readonly siteId: SiteId;
  readonly state: 'open' | 'written';
  readonly createdAt: Instant;
  readonly version: number;
};

/** One dropped file, after decoding. `format` is null while the user must map its columns. */
export type ImportFile = {
  readonly importId: ImportId;
  readonly number: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly format: ExportFormat | 'mapped' | null;
  readonly kind: ImportedKind | null;
  /** As they stand in the file; the letters of the columns where it has none. */
  readonly headings: readonly string[];
  /** The first rows as they stand in the file, for the mapping screen. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: readonly ImportField[];
  /** Why the file as a whole cannot be used; its rows are then not read. */
  readonly fault: ImportFault | null;
};

/** Why a whole file cannot be used; `no-people` are reports of a run that count or list places. */
export type ImportFault = 'empty' | 'not-text' | 'no-rows' | 'no-heading' | 'no-people';

/** One data row: where it stands, what it says, what it would do. */
export type ImportRow = {
  readonly importId: ImportId;
  readonly fileNumber: number;
  /** 1 is the first line of the file; quoted line breaks count. */
  readonly line: number;
  /** As they stand in the file; its raw text as one cell where the quotes cannot be trusted. */
  readonly cells: readonly string[];
  readonly outcome: ImportOutcome;
  readonly emailKey: string | null;
  readonly findings: readonly ImportFinding[];
};

export type ImportOutcome = 'new' | 'updated' | 'unchanged' | 'refused';

/** A problem (the row is refused) or a warning (the row is loaded) at a column. */
export type ImportFinding = {
  readonly severity: 'problem' | 'warning';
  readonly code: ImportFindingCode;
  /** The column's heading; null when the whole row is meant. */
  readonly column: string | null;
  /** Words that the sentence on screen needs: the value, the other line, the other address. */
  readonly facts: Readonly<Record<string, string | number>>;
};

export type ImportFindingCode =
  | 'email-missing'
  | 'email-without-at'
  | 'email-too-long'
  | 'email-invalid'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'quote-never-closed'
  | 'quote-misplaced'
  | 'repeated-in-file'
  | 'repeated-in-other-file'
  | 'already-migrated'
  | 'being-migrated'
  | 'account-id-taken'
  | 'unknown-status'
  | 'unknown-role'
  | 'unreadable-date'
  | 'surrounding-space'
  | 'unreadable-character'
  | 'near-match'
  | 'name-missing'
  | 'other-account-id';
