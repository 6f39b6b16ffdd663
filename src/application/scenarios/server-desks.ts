/* What the requests on the demo's server are about; customers write in their own language. */
import type { Desk } from './summaries.ts';
import type { ServerProjectKey } from './server.ts';

export type ServerDesk = Pick<Desk, 'places' | 'summaries'> & {
  /** A field of its own for people, and the transition that only certain people may make. */
  readonly field: string;
  readonly transition: string;
};

const HALLS = ['hall 1', 'hall 3', 'the cold store', 'the bonded area', 'ramp 12', 'yard C'];

export const SERVER_DESKS: Readonly<Record<ServerProjectKey, ServerDesk>> = {
  warehouse: {
    field: 'Consignee contact',
    transition: 'Release goods',
    places: HALLS,
    summaries: [
      'Delivery {number} is booked for {place}, but nobody is there',
      'Please move pallet {number} to {place}',
      'Stock count of {place} differs from our books',
      'Temperature log of {place} for last week',
      'Slot for an early truck at {place}',
      'Label {number} cannot be scanned',
      'Avis für Sendung {number} fehlt',
      'Magazyn: zmiana terminu odbioru {number}',
      'Depoda kalan mallar için liste, {number}',
      'Entrega parcial del pedido {number}',
      'Release of consignment {number} to another carrier',
    ],
  },
  claims: {
    field: 'Claims handler',
    transition: 'Accept claim',
    places: HALLS,
    summaries: [
      'Water damage to pallet {number} in {place}',
      'Two cartons of order {number} are missing',
      'Broken seal on container {number}',
      'Photos for claim {number}',
      'Frozen goods thawed in {place}',
      'Schadensmeldung {number}: Verpackung offen',
      'Reklamacja {number}: uszkodzone opakowanie',
      'Credit note for claim {number} has not arrived',
    ],
  },
  'staff-it': {
    field: 'Approvers',
    transition: 'Approve access',
    places: HALLS,
    summaries: [
      'Handheld {number} does not connect in {place}',
      'Account for a new colleague in {place}',
      'Printer in {place} is offline',
      'Second screen for desk {number}',
      'Access to the booking report',
      'Forklift terminal {number} shows the wrong time',
    ],
  },
};
