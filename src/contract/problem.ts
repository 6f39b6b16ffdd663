/*
 * The error catalogue: every code that can cross the border, with its HTTP status and title
 * (RFC 9457, application/problem+json). The words for people live in `ui/problem-text.ts`.
 */
export const problems = {
  'request.invalid': { status: 400, title: 'The request does not fit the contract' },
  'route.unknown': { status: 404, title: 'No endpoint has this method and path' },
  internal: { status: 500, title: 'Unexpected fault' },
  'storage.full': { status: 507, title: 'The browser gave no more storage' },
  'download.cancelled': { status: 409, title: 'The download was cancelled' },
  'not-found': { status: 404, title: 'There is no such record' },
  forbidden: { status: 403, title: 'This persona may not do this' },
  'version-conflict': { status: 412, title: 'The record changed meanwhile' },
  'portal-customer.wrong-state': { status: 409, title: 'The customer is not in a state for this' },
  'portal-customer.name-missing': { status: 422, title: 'The name is empty' },
  'portal-customer.password-weak': { status: 422, title: 'The password is too short' },
  'strict-mode': { status: 409, title: 'Strict mode leaves this out' },
  'bulk.selection-changed': { status: 409, title: 'Another number of customers is selected now' },
  'bulk.too-many': { status: 422, title: 'Too many customers for one bulk step' },
  'bulk.nothing-selected': { status: 422, title: 'No customer is selected' },
  'job.wrong-state': { status: 409, title: 'The job is not in a state for this' },
  'account.wrong-state': { status: 409, title: 'The account is not in a state for this' },
  'account.no-site-access': { status: 409, title: 'The account has no access to the site' },
  'account.role-through-groups': { status: 409, title: 'Other groups give a higher role' },
  'account.invalid-email': { status: 422, title: 'This is no e-mail address' },
  'account.not-convertible': { status: 409, title: 'The account cannot be converted' },
  'licences.exhausted': { status: 409, title: 'No licence is left' },
  'group.last-default': { status: 409, title: 'A role needs a default group' },
  'group.no-role': { status: 409, title: 'The group gives no role' },
  'group.pending-review': { status: 409, title: 'The group waits for review' },
  'customer-access.invalid-domain': { status: 422, title: 'This is no domain' },
  'customer-access.refused': { status: 409, title: 'Customer access does not let this address in' },
  'copy-plan.same-site': { status: 422, title: 'Source and destination are the same site' },
  'copy-plan.name-missing': { status: 422, title: 'The plan has no name' },
  'copy-plan.projects-missing': { status: 422, title: 'No service project is selected' },
  'copy-plan.not-editable': { status: 409, title: 'The plan has run and cannot be changed' },
  'copy-plan.already-running': { status: 409, title: 'Another plan writes to the same site' },
  'copy-plan.not-running': { status: 409, title: 'The plan is not running' },
  'copy-plan.forecast-changed': { status: 409, title: 'The data changed since the forecast' },
  'copy-plan.conflicts': { status: 409, title: 'Customer organizations conflict' },
  'copy-plan.no-report-yet': { status: 409, title: 'The plan has not run yet' },
  'customer-organization.name-missing': { status: 422, title: 'The name is empty' },
  'customer-organization.name-taken': { status: 409, title: 'Another one has this name' },
  'group.not-imported': { status: 409, title: 'The group was not imported' },
  'group.already-approved': { status: 409, title: 'The access is approved already' },
  'group.access-not-requested': { status: 409, title: 'The group does not ask for the access' },
  'import.not-open': { status: 409, title: 'The import is finished' },
  'import.nothing-to-write': { status: 409, title: 'No row would change anything' },
  'import.cancelled': { status: 409, title: 'The work on these files was cancelled' },
  'import.preview-changed': { status: 409, title: 'Something changed since the preview' },
  'import.mapping-incomplete': { status: 422, title: 'Needed columns are not mapped' },
  'report.unreadable': { status: 422, title: 'The file is not such a report' },
  'server-migration.customers-not-offered': {
    status: 422,
    title: 'The migration does not offer this choice of customers',
  },
  'server-migration.in-advance-takes-all-users': {
    status: 422,
    title: 'In advance all users are migrated, and no project',
  },
  'server-migration.checks-failed': { status: 409, title: 'Pre-migration checks have failed' },
  'server-migration.check-not-excludable': { status: 409, title: 'The check cannot be excluded' },
  'assessment.not-begun': { status: 409, title: 'The users were not assessed yet' },
  'assessment.migration-running': { status: 409, title: 'A migration of the server runs' },
  'assessment.file-missing': { status: 409, title: 'No such file was uploaded' },
  'assessment.file-unreadable': { status: 422, title: 'The file cannot be read' },
  'assessment.file-refused': { status: 422, title: 'The file does not fit the assessment' },
  'server-migration.not-archivable': { status: 409, title: 'The migration cannot be archived' },
  'server-migration.not-archived': { status: 409, title: 'The migration is not archived' },
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
