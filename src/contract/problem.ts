/*
 * The error catalogue: every code that can cross the border, with its HTTP status and title
 * (RFC 9457, application/problem+json). The words for people live in `ui/problem-text.ts`.
 */
export const problems = {
  'request.invalid': { status: 400, title: 'The request does not fit the contract' },
  'route.unknown': { status: 404, title: 'No endpoint has this method and path' },
  internal: { status: 500, title: 'Unexpected fault' },
  'storage.full': { status: 507, title: 'The browser gave no more storage' },
  'not-found': { status: 404, title: 'There is no such record' },
  forbidden: { status: 403, title: 'This persona may not do this' },
  'version-conflict': { status: 412, title: 'The record changed meanwhile' },
  'portal-customer.wrong-state': { status: 409, title: 'The customer is not in a state for this' },
  'copy-plan.same-site': { status: 422, title: 'Source and destination are the same site' },
  'copy-plan.name-missing': { status: 422, title: 'The plan has no name' },
  'copy-plan.projects-missing': { status: 422, title: 'No service project is selected' },
  'copy-plan.not-editable': { status: 409, title: 'The plan has run and cannot be changed' },
  'copy-plan.already-running': { status: 409, title: 'Another plan writes to the same site' },
  'copy-plan.forecast-changed': { status: 409, title: 'The data changed since the forecast' },
  'copy-plan.conflicts': { status: 409, title: 'Customer organizations conflict' },
  'copy-plan.no-report-yet': { status: 409, title: 'The plan has not run yet' },
  'group.not-imported': { status: 409, title: 'The group was not imported' },
  'group.already-approved': { status: 409, title: 'The group is approved already' },
  'import.not-open': { status: 409, title: 'The import is finished' },
  'import.nothing-to-write': { status: 409, title: 'No row would change anything' },
  'import.preview-changed': { status: 409, title: 'The site changed since the preview' },
  'import.mapping-incomplete': { status: 422, title: 'Needed columns are not mapped' },
  'report.unreadable': { status: 422, title: 'The file is not such a report' },
  'workspace.file-unreadable': { status: 422, title: 'The file is not a workspace' },
  'workspace.file-too-new': { status: 422, title: 'A newer Drydock wrote the file' },
  'workspace.unknown-scenario': { status: 404, title: 'There is no such scenario' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** The body of every refusal. */
export type Problem = {
  readonly type: 'about:blank';
  readonly status: number;
  readonly title: string;
  readonly code: ProblemCode;
  /** Facts that the words on screen need. */
  readonly facts: Readonly<Record<string, unknown>>;
};
