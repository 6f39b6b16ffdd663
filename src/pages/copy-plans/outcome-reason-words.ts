/* Why a plan includes a person (S2, "Copy customers"; S4, "Customer migration options"), in plain words. */
import type { CopyPlan, PersonInPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { isMigration } from './flow-words.ts';
import { REQUESTS } from './plan-words.ts';

type InclusionReason = PersonInPlan['reasons'][number];
type Flow = Pick<CopyPlan, 'flow'>;

const REASONS: Readonly<
  Record<InclusionReason['kind'], (reason: InclusionReason, plan: Flow) => string>
> = {
  'all-customers': (_, plan) =>
    isMigration(plan)
      ? 'Has raised a request, and the migration takes all such customers.'
      : 'The plan copies all customers.',
  'all-users': (_, plan) =>
    isMigration(plan) ? 'The migration takes all users and groups.' : 'The plan copies all users.',
  reporter: (reason) => `Reported ${requestsOf(reason)}.`,
  participant: (reason) => `Takes part in ${requestsOf(reason)}.`,
  'customer-organization': ({ name, project }) =>
    `Is a member of the customer organization ${name}, which is linked to ${project}.`,
  'standard-field': (reason) =>
    `Is named in the standard field “${reason.name}” of ${requestsOf(reason)}.`,
  'custom-field': (reason) =>
    `Is named in the custom field “${reason.name}” of ${requestsOf(reason)}.`,
  content: (reason) =>
    `Is named in content that users made (“${reason.name}”) in ${requestsOf(reason)}.`,
  workflow: ({ name, project }) =>
    `The workflow of ${project} names the person in the transition “${name}”.`,
  permission: ({ name, project }) =>
    `The permissions of ${project} give the person the project role “${name}”.`,
  'group-member': ({ name }) =>
    `Is a member of the group ${name}, which a selected service project names.`,
};

/** One reason as a sentence. */
export function reasonText(reason: InclusionReason, plan: Flow): string {
  return REASONS[reason.kind](reason, plan);
}

/** "3 requests in IT Help, for example HSIT-12"; of a single one its key. */
function requestsOf({ requests, example, project }: InclusionReason): string {
  if (requests === 1 && example) return `the request ${example} in ${project}`;
  const some = `${countOf(requests, REQUESTS)} in ${project}`;
  return example ? `${some}, for example ${example}` : some;
}

/** "12 requests and 1 customer organization"; undefined for nothing. */
export function alsoLeftOut(
  requests: number,
  organizations: readonly string[],
): string | undefined {
  const parts = [
    ...(requests > 0 ? [countOf(requests, REQUESTS)] : []),
    ...(organizations.length === 1 ? [`the customer organization ${organizations[0]}`] : []),
    ...(organizations.length > 1
      ? [`${count(organizations.length)} customer organizations (${organizations.join(', ')})`]
      : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : undefined;
}
