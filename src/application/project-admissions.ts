/* *Add customers* on a service project's page: accounts, the project role, invitations, audit entries. */
import { emailKey } from '../domain/email-key.ts';
import type { DomainError } from '../domain/errors.ts';
import { helpCenterViewer, logInOf, type LogIn } from '../domain/help-center.ts';
import { isAccountId, type HolderId } from '../domain/ids.ts';
import {
  messagesToExisting,
  projectAdmission,
  type ProjectAdmission,
} from '../domain/project-admission.ts';
import { CUSTOMERS_ROLE, SERVICE_DESK_CUSTOMERS } from '../domain/project-reference.ts';
import type { ServiceProject } from '../domain/request.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Place } from './access.ts';
import { recordChange } from './audit.ts';
import { personAt } from './help-center.ts';
import { admitNewcomer } from './newcomer-admission.ts';
import { decideFor, invitationBy, settingsOf } from './newcomers.ts';
import type { Context, Tx } from './ports.ts';
import { authorisedProject } from './project-customers.ts';
import { unlessStrict } from './workspace.ts';

/** One address as it was given, and what came of it. */
export type ProjectNewcomer = ProjectAdmission & {
  readonly email: string;
  /** As it is known; null where nobody has the address yet, or where it is refused. */
  readonly name: string | null;
  /** Whether a message tells the person. */
  readonly isTold: boolean;
  /** How the person logs in from now on; null where the address is refused. */
  readonly logIn: LogIn | null;
};

type Addresses = {
  readonly siteId: string;
  readonly projectId: string;
  readonly emails: readonly string[];
};

/**
 * Adds each address by itself: one that is refused does not stop the others. The same address
 * written twice counts once.
 */
export function addProjectCustomers(
  tx: Tx,
  input: Addresses,
  context: Context,
): Result<readonly ProjectNewcomer[], DomainError> {
  const found = authorisedProject(tx, context, input);
  if (!found.ok) return found;
  const { place, project } = found.value;
  const byKey = new Map<string, string>();
  for (const text of input.emails) {
    const email = text.trim();
    if (!byKey.has(emailKey(email))) byKey.set(emailKey(email), email);
  }
  return ok([...byKey.values()].map((email) => addOne(tx, place, project, email, context)));
}

/**
 * What adding would come to: the step itself, in a transaction that its caller takes back. The real
 * product shows no such thing beforehand.
 */
export function rehearseProjectCustomers(
  tx: Tx,
  input: Addresses,
  context: Context,
): Result<readonly ProjectNewcomer[], DomainError> {
  const found = authorisedProject(tx, context, input);
  if (!found.ok) return found;
  const allowed = unlessStrict(tx, 'admission-preview');
  return allowed.ok ? addProjectCustomers(tx, input, context) : allowed;
}

function addOne(
  tx: Tx,
  place: Place,
  project: ServiceProject,
  email: string,
  context: Context,
): ProjectNewcomer {
  const { site } = place;
  const way = invitationBy(place, context);
  const decision = decideFor(tx, place, email, way);
  const hadRole = hasRole(tx, place, project, email);
  const admission = projectAdmission(decision, hadRole);
  if (admission.outcome === 'refused') {
    return { ...admission, email, name: null, isTold: false, logIn: null };
  }
  const settings = settingsOf(tx, site.id);
  // Who gets an account or the Customer role is told by the rules of every invitation.
  admitNewcomer(tx, site, settings, { ...decision, project }, way, context);
  const { person, name, logIn } = standingOf(tx, place, email);
  if (admission.outcome === 'in-project') {
    return { ...admission, email, name, isTold: false, logIn };
  }
  if (!hadRole) giveProjectRole(tx, place, project, email, context);
  const isTold =
    decision.outcome !== 'existing' ||
    decision.reason === 'given-customer-role' ||
    invite(tx, place, project, { email, logIn, profile: person.portalCustomer }, context);
  return { ...admission, email, name, isTold, logIn };
}

function standingOf(tx: Tx, place: Place, email: string) {
  const person = personAt(tx, place, email);
  const account = person.account?.onSite ? tx.accounts.get({ id: person.account.id }) : undefined;
  const name = account?.name ?? person.portalCustomer?.name ?? '';
  return { person, name: name === email ? null : name, logIn: logInOf(person) };
}

/** Whether the account that the person arrives with has the project role, by itself or through a group. */
function hasRole(tx: Tx, place: Place, project: ServiceProject, email: string): boolean {
  const id = holderAt(tx, place, email);
  if (id === undefined) return false;
  const groups = isAccountId(id) ? tx.queries.groupsOf(place.site.id, id) : [];
  return [id, ...groups.map((group) => group.id)].some((subjectId) =>
    tx.projectReferences.first({ ...CUSTOMERS_ROLE, projectId: project.id, subjectId }),
  );
}

function holderAt(tx: Tx, place: Place, email: string): HolderId | undefined {
  return helpCenterViewer(personAt(tx, place, email))?.id;
}

/** A place in the permissions of the project that names the person: from now on they are related to it (S2). */
function giveProjectRole(
  tx: Tx,
  place: Place,
  project: ServiceProject,
  email: string,
  context: Context,
): void {
  const subjectId = holderAt(tx, place, email);
  if (subjectId === undefined) throw new Error(`${email} was admitted and has no account`);
  tx.projectReferences.put({
    id: context.ids.next('reference'),
    projectId: project.id,
    requestId: null,
    ...CUSTOMERS_ROLE,
    subjectId,
  });
  recordChange(tx, context, {
    action: 'project.customer-added',
    siteId: place.site.id,
    organizationId: place.site.organizationId,
    subjectId,
    facts: { email, project: project.name },
    before: { projectRole: null },
    after: { projectRole: SERVICE_DESK_CUSTOMERS },
  });
}

type Invited = {
  readonly email: string;
  readonly logIn: LogIn;
  readonly profile: Parameters<typeof messagesToExisting>[1];
};

/** Tells somebody who has an account that they belong to the project; answers whether anything was sent. */
function invite(
  tx: Tx,
  { site }: Place,
  project: ServiceProject,
  { email, logIn, profile }: Invited,
  context: Context,
): boolean {
  const kinds = messagesToExisting(logIn, profile);
  const accountType = logIn.method.startsWith('portal-') ? 'portal-only' : 'atlassian';
  for (const kind of kinds) {
    tx.messages.put({
      id: context.ids.next('message'),
      siteId: site.id,
      at: context.now,
      to: email,
      kind,
      facts: kind === 'customer-invitation' ? { accountType, project: project.name } : {},
    });
  }
  return kinds.length > 0;
}
