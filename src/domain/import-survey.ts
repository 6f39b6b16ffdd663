/*
 * What a file is, told by as few of its records as decide it: a file of a million rows is described
 * by the records that are kept here exactly as by all of them.
 */
import { isPortalOnlyUsername, normaliseHeading } from './export-format.ts';
import { recogniseServerFormat } from './import-server-format.ts';
import type { ParsedRecord } from './import-file.ts';

/** The heading line, the rows of the sample, and one more for a heading line that is a person. */
const FIRST_RECORDS = 7;

/** Takes a file's records in their order until it is decided. */
export class FileSurvey {
  /** Those that `stageFile` is given in the place of all. */
  readonly kept: ParsedRecord[] = [];
  private readonly isForServer: boolean;
  /** Where the column of user names is, when it depends on what stands there. */
  private username = -1;
  private dependsOnRows = false;
  private hasUsername = false;
  private hasPortalOnly = false;

  constructor(isForServer: boolean) {
    this.isForServer = isForServer;
  }

  /** Whether further records say nothing more. */
  get isDecided(): boolean {
    return this.kept.length >= FIRST_RECORDS && (!this.dependsOnRows || this.hasPortalOnly);
  }

  look(record: ParsedRecord): void {
    if (this.isDecided) return;
    if (this.kept.length === 0) this.readHeadings(record);
    const isTelling = this.isTelling(record);
    if (this.kept.length < FIRST_RECORDS || isTelling) this.kept.push(record);
  }

  private readHeadings({ cells }: ParsedRecord): void {
    const names = cells.map(normaliseHeading);
    this.username = names.indexOf('username');
    const isRecognised = this.isForServer
      ? recogniseServerFormat(cells) !== null
      : names.includes('group name') || (names.includes('user id') && names.includes('user name'));
    this.dependsOnRows = this.username >= 0 && names.includes('email') && !isRecognised;
  }

  /** The first user name, and the first that is a portal-only account's, decide `recogniseFormat`. */
  private isTelling({ cells }: ParsedRecord): boolean {
    if (!this.dependsOnRows || this.kept.length === 0) return false;
    const username = cells[this.username] ?? '';
    const isPortalOnly = this.isForServer
      ? cells.some(isPortalOnlyUsername)
      : isPortalOnlyUsername(username);
    const isFirst = !this.hasUsername && username.trim() !== '';
    const isFirstPortalOnly = !this.hasPortalOnly && isPortalOnly;
    this.hasUsername ||= isFirst;
    this.hasPortalOnly ||= isPortalOnly;
    return isFirst || isFirstPortalOnly;
  }
}
