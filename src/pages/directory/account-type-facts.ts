/* The account types compared, fact by fact (S3; domain.md 1.1), in the words of this console. */
import type { Organization } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';

export type AccountTypeFact = {
  readonly heading: string;
  readonly atlassian: string;
  readonly portalOnly: string;
};

/** The rows of the comparison; where accounts are listed depends on the user management experience. */
export function accountTypeFacts(
  experience: Organization['experience'],
): readonly AccountTypeFact[] {
  return [
    {
      heading: 'Where it is valid',
      atlassian: 'Everywhere: one account per person, with access to any number of sites.',
      portalOnly: 'On one site. The same person needs another account on another site.',
    },
    {
      heading: 'Help center',
      atlassian: `Raises and follows requests, once it has the role ${labels.customerRole} on the site.`,
      portalOnly: 'Raises and follows requests; it needs no role.',
    },
    {
      heading: 'Log-in',
      atlassian: 'With the Atlassian account, or the single sign-on of the organization.',
      portalOnly:
        'With a password for this help center, or a single sign-on set up for portal-only customers.',
    },
    {
      heading: 'Groups',
      atlassian: `Can be in groups; the role ${labels.customerRole} itself comes from one.`,
      portalOnly: 'Is in no group. Customer organizations are what gathers these customers.',
    },
    {
      heading: 'Other products',
      atlassian: 'Can be given other products, or the agent’s role, at any time.',
      portalOnly: 'None, not even on the same site.',
    },
    {
      heading: 'Licences',
      atlassian: `None for the role ${labels.customerRole}, and as many people as you like. ${labels.agentRole} takes one.`,
      portalOnly: 'None, and as many people as you like.',
    },
    {
      heading: 'Guard',
      atlassian:
        'Not counted for the help center. Whoever has another billable product is counted as a user.',
      portalOnly: 'Not counted.',
    },
    {
      heading: 'Where it is listed',
      atlassian:
        experience === 'centralized'
          ? `${labels.directory} > ${labels.users}, for all sites together.`
          : `${labels.users} of each site.`,
      portalOnly: `${labels.portalCustomers} of its site.`,
    },
    {
      heading: 'Changing the type',
      atlassian:
        'The real product has no way back, and its makers plan none. This simulator can convert an account that uses one site only.',
      portalOnly: `${labels.migrateToAtlassianAccount}, one by one or in bulk. It cannot be undone.`,
    },
  ];
}
