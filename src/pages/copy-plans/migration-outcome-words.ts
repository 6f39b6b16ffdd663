/* What a migration does with a person where copying does something else, or says it otherwise (S4; domain.md 5.1, 7.2). */
import type { OutcomeAction, OutcomeWords } from './outcome-words.ts';

export const MIGRATION_OUTCOMES: Readonly<Partial<Record<OutcomeAction, OutcomeWords>>> = {
  create: {
    label: 'Created as portal-only',
    explain: (source, destination) =>
      `A customer of ${source} whose address nobody has on ${destination}. A new portal-only account is created there, inactive if the customer is inactive on the server.`,
  },
  link: {
    label: 'Linked',
    explain: (source, destination) =>
      `The address exists on ${destination}, so the person is not migrated: the data is linked to the account that is there. A customer of ${source} with an Atlassian account there is still treated as an Atlassian account. No imported group is made for it, so the requests stay out of sight until somebody gives it the Customer role.`,
  },
  duplicate: {
    label: 'Duplicate accounts',
    needsAttention: true,
    explain: (source, destination) =>
      `A licensed user of ${source}, portal-only on ${destination}. The user is migrated as an Atlassian account, which results in two accounts. The log-in takes the Atlassian account, and the earlier requests are out of its sight until the portal-only account is migrated.`,
  },
  'link-duplicate': {
    label: 'Linked, duplicate stays',
    needsAttention: true,
    explain: (_, destination) =>
      `${destination} holds both account types under the address. A licensed user’s data is linked to the Atlassian account, a customer’s to the portal-only one. The duplicate stays until the portal-only account is migrated.`,
  },
  'former-user': {
    label: 'Former customer',
    explain: (source) =>
      `Deleted on ${source}, of an inactive directory there, or made a former user by the fixes. No account is created: the requests arrive under Former customer, which holds content and nobody can log in with.`,
  },
  'left-out': {
    label: 'Left out, migrated earlier',
    explain: () =>
      'An earlier run from this server brought the person, who is not migrated again. Requests that are new since then still arrive with that account.',
  },
  'not-copied': {
    label: 'Not migrated',
    needsAttention: true,
    explain: (source) =>
      `The run ended before the person’s turn came. Another migration from ${source} brings whoever is missing.`,
  },
};
