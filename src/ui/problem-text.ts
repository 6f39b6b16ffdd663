/* The error catalogue in words: a code without words does not compile. */
import type { ProblemCode } from '#src/contract/problem.ts';
import { listOf } from './count.ts';
import { quoted, text, words, type Facts, type ProblemText } from './fact-text.ts';
import { labels } from './labels.ts';
import { isPersona, personaName } from './persona-name.ts';
import { SERVER_PROBLEM_TEXTS } from './server-problem-text.ts';

/** "Admin access" */
function accessName(access: unknown): string {
  return access === 'admin' ? labels.adminAccess : labels.productAccess;
}

/** "organization admin, site admin or user access admin" */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function forbidden({ allowed, persona }: Facts): ProblemText {
  const allowedNames = words(allowed).filter(isPersona).map(personaName);
  const who = allowedNames.length > 0 ? `an ${oneOf(allowedNames)}` : 'somebody with more rights';
  const now = isPersona(persona) ? ` You are signed in as ${personaName(persona)}.` : '';
  return {
    title: "You don't have access to this",
    description: `It takes ${who}.${now} Choose another persona in the simulator panel to go on.`,
  };
}

const PROBLEM_TEXTS = {
  ...SERVER_PROBLEM_TEXTS,
  'request.invalid': () => ({
    title: 'The console sent a request that the backend does not understand',
    description: 'Reload the page. If it happens again, it is a fault of Drydock.',
  }),
  'route.unknown': () => ({
    title: 'The console asked for something that the backend does not have',
    description: 'Reload the page. If it happens again, it is a fault of Drydock.',
  }),
  internal: () => ({
    title: 'Something went wrong in the simulated backend',
    description: 'Nothing was changed. Try again, or reload the page.',
  }),
  'storage.full': () => ({
    title: 'The browser gave no more storage',
    description:
      'Nothing was changed. Free some disk space, or save the workspace as a file and reset it.',
  }),
  'download.cancelled': () => ({
    title: 'The download was cancelled',
    description: 'Nothing was saved. Start it again for the file.',
  }),
  'not-found': () => ({
    title: "We couldn't find that",
    description: 'It may have been removed, or the workspace was reset. Go back and choose again.',
  }),
  forbidden,
  'version-conflict': () => ({
    title: 'This changed while you were looking at it',
    description: 'Nothing was changed. Look at the current state, then decide again.',
  }),
  'portal-customer.wrong-state': ({ state }) => ({
    title: 'The customer’s state does not allow this',
    description: `The portal-only account is ${text(state) || 'in another state'} now. Nothing was changed: look at its present state.`,
  }),
  'portal-customer.name-missing': () => ({
    title: 'The name is empty',
    description: 'Enter the full name that agents shall see.',
  }),
  'portal-customer.password-weak': ({ shortest }) => ({
    title: 'The password is too short',
    description: `Use at least ${text(shortest) || 'eight'} characters.`,
  }),
  'strict-mode': () => ({
    title: 'Strict mode leaves this out',
    description:
      'The real product cannot do this. Switch strict mode off in the simulator panel to use it.',
  }),
  'bulk.selection-changed': ({ expected, current }) => ({
    title: 'The data changed since you selected',
    description: `${expected === current ? 'They are as many as before, but others, or no longer in the same state.' : `You selected ${text(expected)} customers, now it would be ${text(current)}.`} Nothing was changed. Look at the list and select again.`,
  }),
  'bulk.too-many': ({ limit, count }) => ({
    title: 'Too many customers at once',
    description: `${text(count)} are selected, and at most ${text(limit)} can be changed in one step. Select fewer, or switch strict mode off.`,
  }),
  'bulk.nothing-selected': () => ({
    title: 'No customer is selected',
    description: 'Select at least one customer.',
  }),
  'job.wrong-state': ({ state }) => ({
    title: 'This work cannot be changed now',
    description: `It is ${text(state) || 'in another state'}. Look at its present state.`,
  }),
  'account.wrong-state': ({ state }) => ({
    title: 'This is not possible in the account’s state',
    description: `The Atlassian account is ${text(state) || 'in another state'}. Nothing was changed.`,
  }),
  'account.no-site-access': ({ site }) => ({
    title: 'The account has no access to this site',
    description: `Give it access to ${quoted([text(site) || 'the site'])} first.`,
  }),
  'account.role-through-groups': ({ groups }) => ({
    title: 'Other groups give a higher role',
    description: `Remove the account from ${quoted(words(groups)) || 'those groups'} first.`,
  }),
  'account.invalid-email': ({ email }) => ({
    title: 'This is no e-mail address',
    description: `${quoted([text(email) || 'This text'])} cannot receive mail. Correct it and try again.`,
  }),
  'account.not-convertible': () => ({
    title: 'This account cannot become portal-only',
    description: 'Nothing was changed. The dialog lists what stands in the way.',
  }),
  'licences.exhausted': ({ limit, used }) => ({
    title: 'No licence is left',
    description: `The Free plan has ${text(limit)} agents, and ${text(used)} are in use. Free a licence, or use a site with a paid plan.`,
  }),
  'group.last-default': ({ role }) => ({
    title: 'A role needs a default group',
    description: `This is the last default group for the role ${text(role)}. Make another one default first.`,
  }),
  'group.no-role': ({ name }) => ({
    title: 'The group gives no role',
    description: `${quoted([text(name) || 'The group'])} cannot be the default group of a role. Nothing was changed.`,
  }),
  'group.pending-review': ({ name }) => ({
    title: 'The group waits for review',
    description: `Review ${quoted([text(name) || 'the group'])} before changing it.`,
  }),
  'customer-access.invalid-domain': ({ domain }) => ({
    title: 'This is no domain',
    description: `${quoted([text(domain) || 'This text'])} is not a domain such as example.com.`,
  }),
  'customer-access.refused': ({ email, reason }) => ({
    title: 'This address gets no new account',
    description: text(reason).startsWith('has-')
      ? `${quoted([text(email) || 'This text'])} has an account on this site already and can log in with it.`
      : `By the site’s customer access settings ${quoted([text(email) || 'This text'])} gets no account. Change the settings, or use another address.`,
  }),
  'copy-plan.same-site': () => ({
    title: 'Source and destination are the same site',
    description: 'Choose two different sites.',
  }),
  'copy-plan.name-missing': () => ({
    title: 'The plan has no name',
    description: 'Enter a name for it.',
  }),
  'copy-plan.projects-missing': () => ({
    title: 'No service project is selected',
    description: 'Select at least one service project, or choose all customers.',
  }),
  'copy-plan.not-editable': ({ state }) => ({
    title: 'This plan can no longer be changed',
    description: `It is ${text(state) || 'no longer waiting'}. Create another plan for another run.`,
  }),
  'copy-plan.already-running': ({ name }) => ({
    title: 'Another plan is running',
    description: `${quoted([text(name) || 'Another plan'])} writes to the same site. Wait until it has finished.`,
  }),
  'copy-plan.not-running': ({ state }) => ({
    title: 'This plan is not running',
    description: `It is ${text(state) || 'no longer under way'}, so there is nothing to stop.`,
  }),
  'copy-plan.forecast-changed': () => ({
    title: 'The data changed since the forecast',
    description: 'Nothing has run. Look at the new forecast, then run the plan.',
  }),
  'copy-plan.conflicts': ({ names }) => ({
    title: 'Customer organizations conflict',
    description: `Same name, different members or project access on both sites: ${quoted(words(names)) || 'see the list'}. Remove or rename them on the source, then check again.`,
  }),
  'copy-plan.no-report-yet': () => ({
    title: 'There is no report yet',
    description: 'The report is written when the plan runs.',
  }),
  'customer-organization.name-missing': () => ({
    title: 'The customer organization needs a name',
    description: 'Nothing was changed. Enter a name.',
  }),
  'customer-organization.name-taken': ({ name }) => ({
    title: 'Another customer organization has this name',
    description: `${quoted([text(name) || 'The name'])} is taken on the site. Choose another one.`,
  }),
  'group.not-imported': ({ name }) => ({
    title: 'There is nothing to review',
    description: `${quoted([text(name) || 'This group'])} was not brought along by a copy or a migration.`,
  }),
  'group.already-approved': ({ name, access }) => ({
    title: `${accessName(access)} is approved already`,
    description: `The members of ${quoted([text(name) || 'the group'])} have it.`,
  }),
  'group.access-not-requested': ({ name, access }) => ({
    title: 'There is nothing to review',
    description: `${quoted([text(name) || 'This group'])} does not ask for ${accessName(access).toLowerCase()}.`,
  }),
  'import.not-open': () => ({
    title: 'These files are loaded already',
    description: 'Start again to load more files.',
  }),
  'import.nothing-to-write': () => ({
    title: 'There is nothing to load',
    description: 'No row of these files would change anything.',
  }),
  'import.cancelled': () => ({
    title: 'Cancelled',
    description: 'Nothing was kept of it: everything is as it was before.',
  }),
  'import.preview-changed': () => ({
    title: 'Something changed since the preview',
    description: 'Nothing was loaded. Look at the new preview, then load.',
  }),
  'import.mapping-incomplete': ({ missing }) => ({
    title: 'A column is missing',
    description: `Say which column holds: ${listOf(words(missing)) || 'the e-mail address'}.`,
  }),
  'report.unreadable': () => ({
    title: 'This is not a RequiresAttention.csv',
    description: 'Choose the file that was downloaded from View details.',
  }),
  'workspace.file-unreadable': () => ({
    title: 'This is not a workspace file',
    description: 'Nothing was changed. Choose a file that Drydock has saved.',
  }),
  'workspace.file-too-new': () => ({
    title: 'A newer Drydock wrote this file',
    description: 'Nothing was changed. Update Drydock, then open the file again.',
  }),
  'workspace.unknown-scenario': ({ name }) => ({
    title: 'There is no such scenario',
    description: `${quoted([text(name) || 'The name'])} names no scenario. Choose one in the simulator panel.`,
  }),
} as const satisfies Record<ProblemCode, (facts: Facts) => ProblemText>;

/** What a refusal carries; the client's error has this form. */
type Refusal = { readonly code: ProblemCode; readonly facts: Facts };

function isRefusal(error: unknown): error is Refusal {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'facts' in error &&
    typeof error.code === 'string' &&
    Object.hasOwn(PROBLEM_TEXTS, error.code)
  );
}

/** Title and next step for whatever a hook threw; an error without a code is a lost connection. */
export function problemText(error: unknown): ProblemText {
  if (isRefusal(error)) return PROBLEM_TEXTS[error.code](error.facts);
  return {
    title: 'The simulated backend did not answer',
    description: 'Your data is safe. Try again, or reload the page.',
  };
}
