/* The reasons against a conversion in words, and how to clear each of them. */
import type { Conversion } from '#src/contract/wire.ts';
import { listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';

/** The simulator's own step, which the real product lacks. */
export const CONVERT = 'Convert to portal-only account';
/** The page that compares the account types. */
export const CHOOSE = 'Choose an account type';

type Bar = Conversion['bars'][number];

type BarWords = {
  /** What has to hold. */
  readonly condition: string;
  /** What is in the way, and how to clear it. */
  readonly clear: string;
  /** Where to clear it. */
  readonly link?: { readonly label: string; readonly to: string };
};

/** Every condition of a conversion in the order of the checklist. */
export const CONDITIONS = [
  'strict-mode',
  'no-site-access',
  'deactivated',
  'managed-domain',
  'other-site-access',
  'agent-role',
  'portal-only-exists',
  'portal-only-not-allowed',
] as const satisfies readonly Bar[];

/** A condition in words, with what to do where it does not hold. */
export function barWords(bar: Bar, conversion: Conversion): BarWords {
  const { site, organization, domain, otherSites, agentGroups } = conversion;
  switch (bar) {
    case 'strict-mode':
      return {
        condition: 'Extras of the simulator are on',
        clear:
          'Strict mode leaves only what the real product can do. Switch it off in the simulator panel.',
      };
    case 'no-site-access':
      return {
        condition: `The account has access to ${site.name}`,
        clear: `Without access to ${site.name} there is nothing to convert there. Give access first, or convert on the site that the account uses.`,
      };
    case 'deactivated':
      return {
        condition: 'The account is not deactivated',
        clear:
          'A deactivated account is closed everywhere. Nothing in this console opens it again.',
      };
    case 'managed-domain':
      return {
        condition: `The address is not of a domain of ${organization.name}`,
        clear: `${organization.name} manages accounts of ${domain}. They belong to internal people and stay Atlassian accounts: nothing in this console clears that.`,
      };
    case 'other-site-access':
      return {
        condition: 'The account has access to no other site',
        clear: `It also has access to ${listOf(otherSites.map(({ name }) => name))}. A portal-only account is for one site: remove the access there first.`,
      };
    case 'agent-role':
      return {
        condition: 'The account is no agent',
        clear: `It works as an agent${through(agentGroups)} and takes a licence. Give it the role ${labels.customerRole} first, so that no licence changes unnoticed.`,
      };
    case 'portal-only-exists':
      return {
        condition: `The address has no portal-only account on ${site.name}`,
        clear: existingWords(conversion),
        ...existingLink(conversion),
      };
    case 'portal-only-not-allowed':
      return {
        condition: `Customer access of ${site.name} allows a portal-only account`,
        clear: notAllowedWords(conversion),
        link: { label: labels.customerAccess, to: pathTo('customer-access', { siteId: site.id }) },
      };
  }
}

function through(groups: readonly string[]): string {
  return groups.length === 0 ? '' : ` through ${listOf(groups)}`;
}

function existingWords({ existing }: Conversion): string {
  if (existing?.state === 'migrating') {
    return 'One is being migrated right now. Wait until the migration has finished, then convert.';
  }
  const first = existing?.state === 'revoked' ? 'Grant its access, then migrate' : 'Migrate';
  return `There is one already, so the address is a duplicate. ${first} it first: then everything is in this account and can be converted together.`;
}

function existingLink({ existing, site }: Conversion): Pick<BarWords, 'link'> {
  if (!existing) return {};
  const to = pathTo('portal-customers', { siteId: site.id }, { customer: existing.customerId });
  return { link: { label: 'Show the portal-only account', to } };
}

const NOT_ALLOWED: Readonly<
  Record<NonNullable<Conversion['notAllowedBecause']>, (domain: string) => string>
> = {
  'approved-domain': (domain) =>
    `${domain} is an approved domain: people there are internal customers with an Atlassian account. Take it off the list first.`,
  'portal-only-off': () =>
    'The site lets nobody get a new portal-only account. Allow portal-only accounts first.',
  'domain-not-listed': (domain) =>
    `Only listed domains get portal-only accounts, and ${domain} is not one of them. Add it first.`,
  'invalid-email': () => 'The address cannot receive mail, so no portal-only account can have it.',
};

function notAllowedWords({ notAllowedBecause, domain }: Conversion): string {
  return notAllowedBecause === null ? '' : NOT_ALLOWED[notAllowedBecause](domain);
}
