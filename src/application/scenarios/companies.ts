/* Where the demo's customers work. All companies are made up; every domain is reserved for examples. */
import type { Culture } from './names.ts';
import type { SiteKey } from './sites.ts';

export type Company = {
  readonly domain: string;
  readonly cultures: readonly Culture[];
  readonly sites: readonly SiteKey[];
  /** How many customers it has beside the others. */
  readonly weight: number;
  /** `staff` works for the organization itself, `crew` for its contractors. */
  readonly relation: 'customer' | 'staff' | 'crew';
};

const HARBOR: readonly SiteKey[] = ['support', 'harbor'];
const FJORD: readonly SiteKey[] = ['fjord'];
const EVERYWHERE: readonly SiteKey[] = ['support', 'harbor', 'fjord'];

function customer(
  domain: string,
  sites: readonly SiteKey[],
  weight: number,
  cultures: readonly Culture[],
): Company {
  return { domain, sites, weight, cultures, relation: 'customer' };
}

export const COMPANIES: readonly Company[] = [
  customer('northmill.example', HARBOR, 4, ['english', 'yoruba', 'hindi']),
  customer('aegean-lines.example', HARBOR, 4, ['greekWomen', 'greekMen', 'turkish']),
  customer('baltyk-cargo.example', HARBOR, 4, ['polishWomen', 'polishMen']),
  customer('hamada-parts.example', HARBOR, 3, ['japanese', 'japanese', 'kana']),
  customer('saebom.example', HARBOR, 3, ['korean']),
  customer('linjiang-tools.example', HARBOR, 3, ['chinese']),
  customer('nilevalley-cotton.example', HARBOR, 3, ['arabic']),
  customer('galil-orchards.example', HARBOR, 2, ['hebrew', 'hebrew', 'arabic']),
  customer('deccan-spice.example', HARBOR, 3, ['hindi']),
  customer('mekong-seafood.example', HARBOR, 3, ['vietnamese', 'thai']),
  customer('stepova-mills.example', HARBOR, 2, ['ukrainian', 'bulgarianMen']),
  customer('bodega-del-sur.example', HARBOR, 3, ['spanish', 'portuguese']),
  customer('yaprak-seramik.example', HARBOR, 2, ['turkish']),
  customer('granskog.example', HARBOR, 3, ['swedish', 'finnish']),
  customer('klinik.example', EVERYWHERE, 3, ['german', 'german', 'hungarian']),
  customer('züri-care.example', EVERYWHERE, 3, ['german', 'french', 'portuguese']),
  customer('mailbox.example', EVERYWHERE, 2, ['russianWomen', 'dutch', 'czechWomen', 'romanian']),
  customer('fjellegene.example', FJORD, 5, ['norwegian', 'norwegian', 'ukrainian']),
  customer('praksis-nord.example', FJORD, 4, ['danish', 'norwegian', 'arabic']),
  customer('tannhuset.example', FJORD, 3, ['norwegian', 'polishWomen', 'vietnamese']),
  customer('saga-fysio.example', FJORD, 3, ['icelandic']),
  customer('lapin-hoiva.example', FJORD, 3, ['finnish', 'swedish']),
  {
    domain: 'harbor-crew.example',
    cultures: ['indonesian', 'romanian', 'portuguese', 'yoruba'],
    sites: HARBOR,
    weight: 4,
    relation: 'crew',
  },
  {
    domain: 'harbor-logistics.example',
    cultures: ['english', 'dutch', 'german', 'hindi', 'korean', 'spanish', 'czechWomen'],
    sites: HARBOR,
    weight: 1,
    relation: 'staff',
  },
  {
    domain: 'fjord-clinics.example',
    cultures: ['norwegian', 'norwegian', 'danish', 'swedish', 'hebrew'],
    sites: FJORD,
    weight: 1,
    relation: 'staff',
  },
];
