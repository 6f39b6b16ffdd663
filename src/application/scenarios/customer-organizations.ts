/*
 * The customer organizations of the demo. Two names stand on both Harbor sites: `Aegean Lines`
 * with the same members, `Northmill Freight` with others, so that copying Facilities is refused
 * until the conflict is resolved (S2, "Copy customer organizations").
 */
import type { CustomerOrganizationId, HolderId } from '../../domain/ids.ts';
import type { Tx } from '../ports.ts';
import type { Holder } from './population.ts';
import type { Random } from './random.ts';
import { projectId, SITES, type SiteKey } from './sites.ts';

/** A holder in a customer organization, with the projects that it is linked to. */
export type Membership = {
  readonly customerOrganizationId: CustomerOrganizationId;
  readonly holderId: HolderId;
  readonly projects: readonly string[];
};

type Listed = readonly [id: string, name: string, domains: string, projects: string];

const LISTS: Readonly<Record<SiteKey, readonly Listed[]>> = {
  support: [
    ['northmill', 'Northmill Freight', 'northmill.example', 'hs-facilities'],
    ['aegean', 'Aegean Lines', 'aegean-lines.example', 'hs-it hs-care'],
    ['baltyk', 'Bałtyk Cargo', 'baltyk-cargo.example', 'hs-it hs-care'],
    ['hamada', 'Hamada Parts', 'hamada-parts.example', 'hs-care'],
    ['saebom', 'Saebom Textiles', 'saebom.example', 'hs-care'],
    ['linjiang', 'Linjiang Tools', 'linjiang-tools.example', 'hs-it hs-care'],
    ['nile-valley', 'Nile Valley Cotton', 'nilevalley-cotton.example', 'hs-care'],
    ['galil', 'Galil Orchards', 'galil-orchards.example', 'hs-care'],
    ['deccan', 'Deccan Spice Trading', 'deccan-spice.example', 'hs-it hs-care'],
    ['mekong', 'Mekong Seafood', 'mekong-seafood.example', 'hs-care'],
    ['granskog', 'Granskog Timber', 'granskog.example', 'hs-it'],
    ['crew', 'Harbor Crew Services', 'harbor-crew.example', 'hs-it hs-hr'],
    ['clinics', 'Clinics on the lake', 'klinik.example züri-care.example', 'hs-care'],
  ],
  harbor: [
    ['northmill', 'Northmill Freight', 'northmill.example', 'harbor-freight harbor-billing'],
    ['aegean', 'Aegean Lines', 'aegean-lines.example', 'harbor-freight'],
    ['baltyk', 'Bałtyk Cargo Gdynia', 'baltyk-cargo.example', 'harbor-freight harbor-customs'],
    ['hamada', 'Hamada Parts (import)', 'hamada-parts.example', 'harbor-customs'],
    ['stepova', 'Stepova Mills', 'stepova-mills.example', 'harbor-freight'],
    ['bodega', 'Bodega del Sur', 'bodega-del-sur.example', 'harbor-freight harbor-customs'],
    ['yaprak', 'Yaprak Seramik', 'yaprak-seramik.example', 'harbor-customs'],
    ['granskog', 'Granskog Timber AB', 'granskog.example', 'harbor-freight harbor-billing'],
    [
      'brokers',
      'Customs brokers',
      'nilevalley-cotton.example deccan-spice.example',
      'harbor-customs',
    ],
  ],
  fjord: [
    ['fjellegene', 'Fjellegene', 'fjellegene.example', 'fjord-it fjord-patients'],
    ['praksis-nord', 'Praksis Nord', 'praksis-nord.example', 'fjord-it fjord-patients'],
    ['tannhuset', 'Tannhuset', 'tannhuset.example', 'fjord-patients'],
    ['saga', 'Saga Fysio', 'saga-fysio.example', 'fjord-patients'],
    ['lapin', 'Lapin Hoiva', 'lapin-hoiva.example', 'fjord-it fjord-patients'],
    ['klinik', 'Klinik am See', 'klinik.example', 'fjord-patients'],
    ['zueri', 'Züri Care', 'züri-care.example', 'fjord-patients'],
    ['wards', 'Ward coordinators', 'fjord-clinics.example', 'fjord-it'],
  ],
};

/** The customer organization whose members are the same people on both Harbor sites. */
const SAME_MEMBERS = 'aegean';

const LARGEST = 16;

/** Writes the customer organizations, their projects and members; returns the members. */
export function seedCustomerOrganizations(
  tx: Tx,
  random: Random,
  holders: readonly Holder[],
): Membership[] {
  const onBoth = peopleOnBoth(holders);
  const memberships: Membership[] = [];
  for (const key of ['support', 'harbor', 'fjord'] as const) {
    const current = holders.filter(({ site, isCurrent }) => site === key && isCurrent);
    for (const [part, name, domains, linked] of LISTS[key]) {
      const customerOrganizationId = `customer-organization_${SITES[key].name}-${part}` as const;
      const projects = linked.split(' ');
      tx.customerOrganizations.put({
        id: customerOrganizationId,
        siteId: SITES[key].id,
        name,
        version: 1,
      });
      for (const project of projects) {
        const link = { customerOrganizationId, projectId: projectId(project) };
        tx.customerOrganizationProjects.put(link);
      }
      const people = current.filter(({ company }) => domains.split(' ').includes(company.domain));
      const members =
        part === SAME_MEMBERS
          ? people.filter(({ emailKey }) => onBoth.has(emailKey))
          : people.filter(() => random.chance(0.8)).slice(0, LARGEST);
      for (const { id: holderId } of members) {
        tx.customerOrganizationMembers.put({ customerOrganizationId, holderId });
        memberships.push({ customerOrganizationId, holderId, projects });
      }
    }
  }
  return memberships;
}

/** E-mail keys with one current holder on each of the Harbor sites. */
function peopleOnBoth(holders: readonly Holder[]): ReadonlySet<string> {
  const support = holdersByKey(holders, 'support');
  const harbor = holdersByKey(holders, 'harbor');
  return new Set(
    [...support.keys()].filter((key) => support.get(key) === 1 && harbor.get(key) === 1),
  );
}

function holdersByKey(holders: readonly Holder[], key: SiteKey): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { site, isCurrent, emailKey } of holders) {
    if (isCurrent && site === key) counts.set(emailKey, (counts.get(emailKey) ?? 0) + 1);
  }
  return counts;
}
