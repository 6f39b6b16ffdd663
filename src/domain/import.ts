import type { Instant } from './clock.ts';
import type { ImportId, PlaceId } from './ids.ts';

/** File formats of `atlassian-api.md` section 6 that can be loaded into a site. */
export type ExportFormat =
  'portal-customers' | 'users' | 'users-by-group-2021' | 'users-by-group-older';

/**
 * Those that can be loaded into a server: the assessment's file with all users (F7), a plug-in's list
 * of users (F10), and a dump of the table `cwd_user` (F11).
 */
export type ServerExportFormat = 'server-assessment' | 'server-user-list' | 'server-user-dump';

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
  // Of a server's users:
  | 'user-name'
  | 'user-key'
  | 'first-name'
  | 'last-name'
  | 'directory'
  | 'account-type'
  | 'ignore';

/** Which account type the rows of a mapped file describe; on a server they describe its users. */
export type ImportedKind = 'portal-only' | 'atlassian' | 'server-user';

/** Files chosen for one site or one server, looked at before anything is written. */
export type ImportSession = {
  readonly id: ImportId;
  readonly siteId: PlaceId;
  readonly state: 'open' | 'written';
  readonly createdAt: Instant;
  readonly version: number;
  /** What loading takes for granted or passes over, as of the last evaluation. */
  readonly notes: readonly ImportNote[];
};

/**
 * Something that is true of the whole import and not of one row. `names` are of the files' or of the
 * place's own, and may be cut short: `facts` has their count.
 */
export type ImportNote = {
  readonly code: ImportNoteCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly names: readonly string[];
};

type ImportNoteCode =
  | 'fixes-ignored'
  | 'columns-ignored'
  | 'directories-new'
  | 'directory-assumed'
  | 'directory-recognised'
  | 'type-assumed'
  | 'channel-assumed'
  | 'user-key-assumed';

/** One dropped file, after decoding. `format` is null while the user must map its columns. */
export type ImportFile = {
  readonly importId: ImportId;
  readonly number: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly format: ExportFormat | ServerExportFormat | 'mapped' | null;
  readonly kind: ImportedKind | null;
  /** As they stand in the file; the letters of the columns where it has none. */
  readonly headings: readonly string[];
  /** The first rows as they stand in the file, for the mapping screen. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: readonly ImportField[];
  /** Why the file as a whole cannot be used; its rows are then not read. */
  readonly fault: ImportFault | null;
};

/**
 * Why a whole file cannot be used; `no-people` are reports of a run that count or list places,
 * `of-a-site` are a site's exports on their way into a server.
 */
export type ImportFault =
  'empty' | 'not-text' | 'no-rows' | 'no-heading' | 'no-people' | 'of-a-site';

/** One data row: where it stands, what it says, what it would do. */
export type ImportRow = {
  readonly importId: ImportId;
  readonly fileNumber: number;
  /** 1 is the first line of the file; quoted line breaks count. */
  readonly line: number;
  /** As they stand in the file; its raw text as one cell where the quotes cannot be trusted. */
  readonly cells: readonly string[];
  readonly outcome: ImportOutcome;
  /** Null for a refused row, and on a server for one without an address. */
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
  | 'other-account-id'
  // Of a server's users:
  | 'user-name-missing'
  | 'user-key-taken'
  | 'user-repeated-in-file'
  | 'unknown-account-type'
  | 'file-disagrees';
