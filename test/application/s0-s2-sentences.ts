/*
 * Every sentence of S0 (copying customers with mismatched account types) and S2 (copying customers
 * and customer organizations) that states what happens, in words of our own and by its place. The
 * record of tests is keyed by this list: a sentence without a test does not compile. Left out are
 * sentences that say nothing of behaviour: pointers to other articles, and S2's that the real
 * product offers this to members of a programme only.
 */

import type { World } from '#test/support/world.ts';

export type Sentence = { readonly place: string; readonly says: string };

export const S0 = {
  mayHurt: {
    place: 'introduction',
    says: 'copying customers of differing types can cost permission or access to existing requests',
  },
  portalOnlyToAtlassian: {
    place: 'table, first row',
    says: 'portal-only meets an Atlassian account: an Atlassian account, whose group is to be reviewed',
  },
  atlassianToPortalOnly: {
    place: 'table, second row',
    says: 'an Atlassian account meets portal-only: both account types, to be upgraded',
  },
  aggregated: {
    place: '"Review group", first sentence',
    says: 'portal-only customers whose addresses exist as Atlassian accounts gather in one new group',
  },
  noAccessWithoutRole: {
    place: '"Review group", second sentence',
    says: 'without the Customer role for the group its members do not get at what they had access to',
  },
  groupReport: {
    place: '"Review group", step 1',
    says: 'the report is downloaded from View details',
  },
  groupReportFile: {
    place: '"Review group", step 2',
    says: 'the report holds RequiresAttention.csv',
  },
  groupNextStep: {
    place: '"Review group", step 3',
    says: 'the group is named under Next step',
  },
  groupBanner: {
    place: '"Review group", steps 4 and 5',
    says: 'the destination says that imported groups wait for review',
  },
  groupReview: {
    place: '"Review group", step 6',
    says: 'the group of the report can be reviewed',
  },
  groupApprove: {
    place: '"Review group", step 7',
    says: 'approving assigns the Customer role',
  },
  duplicates: {
    place: '"Upgrade portal-only", first sentence',
    says: 'Atlassian accounts that meet portal-only accounts leave both types under one address',
  },
  duplicatesSeeNothing: {
    place: '"Upgrade portal-only", second sentence',
    says: 'they do not get at requests that they raised on the destination before',
  },
  oneTypeOnly: {
    place: '"Upgrade portal-only", third sentence',
    says: 'upgrading the portal-only account leaves one account type, and cures it',
  },
  duplicateReport: {
    place: '"Upgrade portal-only", steps 1 and 2',
    says: 'the same report names them',
  },
  duplicateProblem: {
    place: '"Upgrade portal-only", step 3',
    says: 'their addresses stand beside the problem Found duplicate accounts on destination',
  },
  duplicateMigrate: {
    place: '"Upgrade portal-only", steps 4 and 5',
    says: 'each portal-only account of the destination is made an Atlassian account, one by one',
  },
} as const satisfies Record<string, Sentence>;

export const S2 = {
  oneAccountPerAddress: {
    place: 'introduction, second paragraph, first sentence',
    says: 'a customer has one portal-only account per address, which opens the help center',
  },
  linkedNotCreated: {
    place: 'introduction, second paragraph, second sentence',
    says: 'a customer who has an account there gets no second one: data and activity are linked to it',
  },
  twoChoices: {
    place: '"Copy customers"',
    says: 'either only customers related to the selected projects are copied, or all',
  },
  standardField: {
    place: '"Copy customers", related, first point',
    says: 'whom a standard field names is copied',
  },
  customField: {
    place: '"Copy customers", related, first point',
    says: 'whom a custom field names is copied',
  },
  content: {
    place: '"Copy customers", related, second point',
    says: 'who is in content that users made is copied',
  },
  workflow: {
    place: '"Copy customers", related, third point',
    says: 'whom a workflow names is copied',
  },
  permission: {
    place: '"Copy customers", related, third point',
    says: 'whom the permissions name is copied',
  },
  activeAndInactive: {
    place: '"All customers", first point',
    says: 'active and inactive customers are copied',
  },
  contentOfDeleted: {
    place: '"All customers", second point',
    says: 'content of deleted customers is copied',
  },
  differingTypes: {
    place: '"All customers", last paragraph',
    says: 'the report after the run names those with differing account types, and the solutions',
  },
  relatedOrganizations: {
    place: '"Copy customer organizations", first paragraph',
    says: 'only customer organizations related to the selected projects are copied',
  },
  notAgain: {
    place: '"Copy customer organizations", second paragraph, first sentence',
    says: 'a further run between the same sites does not copy everybody again',
  },
  onlyNew: {
    place: '"Copy customer organizations", second paragraph, second sentence',
    says: 'it copies customers and customer organizations added since',
  },
  sameNames: {
    place: '"Copy customer organizations", third paragraph, first sentence',
    says: 'same-named customer organizations with different customers are an error',
  },
  removeDuplicates: {
    place: '"Copy customer organizations", third paragraph, second sentence',
    says: 'removing the duplicate customer organizations lifts it',
  },
  noMessage: {
    place: '"Notify customers", first sentence',
    says: 'customers get no e-mail when they are copied',
  },
  inviteFromProject: {
    place: '"Notify customers", second sentence',
    says: 'new customers are invited from the Customers page of a service project',
  },
  helpCenterLink: {
    place: '"Notify customers", third sentence',
    says: 'existing customers log in at the destination’s help center directly',
  },
} as const satisfies Record<string, Sentence>;

/** A test for every sentence of a source, each with a world of its own. */
export type TestsOf<Sentences> = {
  readonly [Id in keyof Sentences]: (world: World) => Promise<void>;
};
