/*
 * Named people of the demo's server, one or two for each rule that a migration follows (S4; domain.md
 * 7.5). Their addresses are known on the destination exactly where `rule` says so.
 */
import type { ServerUser } from '../../domain/server.ts';

/** The directories of the server, in the order in which it asks them. */
export type DirectoryKey = 'internal' | 'ldap' | 'old';

/** What the server takes somebody for; an `unlicensed-admin` administers a project as a customer. */
type ServerKind = 'licensed' | 'agent' | 'project-admin' | 'unlicensed-admin' | 'customer';

/** Where data names somebody who raised no request. */
type Mention = 'participant' | 'custom-field' | 'role';

/** What is said of somebody on the server, whether named or not. */
export type ServerPresence = {
  readonly is: ServerKind;
  /** How the first request came in; absent for whoever never raised one. */
  readonly came?: NonNullable<ServerUser['channel']>;
  readonly named?: Mention;
  /** Users with a licence stand in the company's directory unless said, customers in the internal one. */
  readonly stands?: readonly DirectoryKey[];
  readonly state?: 'inactive' | 'deleted';
  /** Of several rows, the one that was deleted. */
  readonly deletedFrom?: DirectoryKey;
};

export type CastUser = ServerPresence & {
  readonly userName: string;
  readonly name: string;
  readonly email: string;
  /** What the migration does here, and why. */
  readonly rule: string;
};

const USERS: readonly CastUser[] = [
  {
    ...user('obrandt', 'Ottilie Brandt', 'ottilie.brandt@quayside.example'),
    is: 'licensed',
    rule: 'A licensed user whose address nobody has becomes an Atlassian account.',
  },
  {
    ...user('granskog-it', 'Granskog IT operations', 'it.ops@granskog.example'),
    is: 'licensed',
    came: 'portal',
    rule: 'A licensed user whose address is portal-only on the site results in two accounts.',
  },
  {
    ...user('kmarlow', 'Keith Marlow', 'keith.marlow@quayside.example'),
    is: 'agent',
    rule: 'Agents are regular users.',
  },
  {
    ...user('rnakagawa', 'Ren Nakagawa', 'ren.nakagawa@quayside.example'),
    is: 'unlicensed-admin',
    came: 'portal',
    rule: 'Project admins are regular users, though the server takes this one for a customer.',
  },
  {
    ...user('hvermeulen', 'Hanna Vermeulen', 'hanna.vermeulen@quayside.example'),
    is: 'licensed',
    stands: ['internal', 'ldap'],
    rule: 'One user name in two directories is one person and no duplicate.',
  },
  {
    ...user('mgallo', 'Marta Gallo', 'marta.gallo@quayside.example'),
    is: 'licensed',
    stands: ['internal', 'ldap'],
    deletedFrom: 'ldap',
    rule: 'Deleted from one directory and present in another, she is not former.',
  },
  {
    ...user('dprice', 'Dilys Price', 'dilys.price@quayside.example'),
    is: 'licensed',
    stands: ['old'],
    rule: 'A user of an inactive directory appears as Former customer, with a licence too.',
  },
];

const CUSTOMERS: readonly CastUser[] = [
  {
    ...customer('Ida Holmqvist', 'ida.holmqvist@granskog.example'),
    came: 'portal',
    rule: 'A customer whose address nobody has gets a new portal-only account.',
  },
  {
    ...customer('María del Carmen Fernández', 'mc.fernandez@bodega-del-sur.example'),
    came: 'portal',
    rule: 'A customer whose address is portal-only on the site is linked to that account.',
  },
  {
    ...customer('Northmill front desk', 'desk@northmill.example'),
    came: 'email',
    rule: 'A customer whose address has an Atlassian account is still treated as one.',
  },
  {
    ...customer('Per Lindqvist', 'per.lindqvist@granskog.example'),
    came: 'email',
    state: 'deleted',
    rule: 'A deleted customer whom a request names appears as Former customer.',
  },
  {
    ...customer('Tunde Okafor', 'tunde.okafor@northmill.example'),
    state: 'deleted',
    rule: 'A deleted customer whom nothing names appears nowhere.',
  },
  {
    ...customer('Katarzyna Mazur', 'katarzyna.mazur@baltyk-cargo.example'),
    came: 'portal',
    stands: ['old'],
    rule: 'A customer of an inactive directory appears as Former customer.',
  },
  {
    ...customer('Emre Aksoy', 'emre.aksoy@yaprak-seramik.example'),
    came: 'portal',
    stands: ['old', 'internal'],
    rule: 'In an inactive directory and an active one, he is not former.',
  },
  {
    ...customer('Linh Đặng', 'linh.dang@mekong-seafood.example'),
    came: 'portal',
    stands: ['internal', 'ldap'],
    rule: 'Requests may name either row of somebody who stands in two directories.',
  },
  {
    ...customer('Ravi Deshmukh', 'ravi.deshmukh@deccan-spice.example'),
    came: 'email',
    state: 'inactive',
    rule: 'Whoever may not log in comes along, and may not log in there either.',
  },
  {
    ...customer('Nadia Castellane', 'nadia.castellane@bodega-del-sur.example'),
    named: 'participant',
    rule: 'Referenced but never a reporter: among the related customers, not among all.',
  },
  {
    ...customer('Oksana Hrytsenko', 'oksana.hrytsenko@stepova-mills.example'),
    named: 'custom-field',
    rule: 'A field of a request is a reference to a customer as well.',
  },
  {
    ...customer('Yui Kitagawa', 'yui.kitagawa@hamada-parts.example'),
    rule: 'Never raised a request and nowhere referenced: no choice takes her.',
  },
];

/** Addresses that two user names have; merging makes one account of them. */
const DUPLICATED: readonly CastUser[] = [
  {
    ...user('bkowalska', 'Bożena Kowalska', 'bozena.kowalska@quayside.example'),
    is: 'licensed',
    rule: 'Merged with her customer account, she comes along as the licensed one.',
  },
  {
    ...customer('Bożena K.', 'bozena.kowalska@quayside.example'),
    came: 'portal',
    rule: 'Her customer account carries the same address.',
  },
  {
    ...customer('Anthi Papadaki', 'anthi.papadaki@aegean-lines.example'),
    came: 'portal',
    rule: 'Letters of another case make the same address.',
  },
  {
    ...customer('Anthi Papadaki', 'Anthi.Papadaki@Aegean-Lines.example', 'apapadaki'),
    came: 'email',
    rule: 'Letters of another case make the same address.',
  },
  ...['Gdynia', 'Gdańsk', 'Szczecin'].map((port, at): CastUser => ({
    ...customer(`Bałtyk dispatch ${port}`, 'dispatch@baltyk-cargo.example', `dispatch-${at + 1}`),
    came: 'email',
    rule: 'Three offices share one mailbox.',
  })),
  {
    ...customer('Leitstelle Züri Care', 'leitstelle@züri-care.example'),
    came: 'portal',
    rule: 'A domain with letters of its own and its ASCII form are the same.',
  },
  {
    ...customer('Züri Care', 'leitstelle@xn--zri-care-65a.example', 'zueri-care'),
    came: 'email',
    rule: 'A domain with letters of its own and its ASCII form are the same.',
  },
];

/** Addresses that no cloud account can have. */
const INVALID: readonly CastUser[] = [
  {
    ...user('yardcam', 'Yard cameras', 'yardcam@quayside'),
    is: 'licensed',
    rule: 'A domain without a dot is good enough within a network, and invalid in the cloud.',
  },
  {
    ...customer('Gatehouse', 'gatehouse@yard', 'gatehouse'),
    came: 'email',
    rule: 'A domain without a dot is good enough within a network, and invalid in the cloud.',
  },
  ...['2', '4'].map((hall): CastUser => ({
    ...customer(`Kiosk in hall ${hall}`, '', `kiosk-hall-${hall}`),
    came: 'portal',
    rule: 'No address at all; what several share and nobody can use counts as invalid.',
  })),
  {
    ...customer('Julien Dupont', 'julien.dupont(at)northmill.example', 'julien.dupont'),
    came: 'portal',
    rule: 'No @ in the address.',
  },
  {
    ...customer('Elise Moreau', 'elise.moreau@@northmill.example', 'elise.moreau'),
    came: 'portal',
    rule: 'Two @ in the address.',
  },
];

export const SERVER_CAST: readonly CastUser[] = [...USERS, ...CUSTOMERS, ...DUPLICATED, ...INVALID];

function user(userName: string, name: string, email: string) {
  return { userName, name, email };
}

/** A customer's user name is the address, unless somebody gave another. */
function customer(name: string, email: string, userName = email) {
  return { ...user(userName, name, email), is: 'customer' } as const;
}
