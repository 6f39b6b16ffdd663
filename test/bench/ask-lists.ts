/* Runs inside the measured page, and is therefore complete in itself: asks the API as screens do. */

/** Milliseconds of each request, from fetch to JSON. */
export type Answers = {
  /** From the start of the navigation until a list in the order that comes last was there. */
  readonly loadedMs: number;
  readonly beside: readonly number[];
  readonly plain: readonly number[];
  readonly lists: readonly number[];
  readonly searches: readonly number[];
  readonly changes: readonly number[];
  /** One pass over a byte a customer. */
  readonly scan: readonly number[];
};

/** Asks for lists of a site with so many customers, beside those of the demo. */
export async function askLists(size: number): Promise<Answers> {
  const api = '/gateway/api';
  const site = '/sites/site_harbor-support';
  const sorts = ['name', 'email', 'state', 'lastLogin'];
  const states = ['', '', 'active', 'revoked', 'migrated'];
  const words = [
    'an',
    'ström',
    'lindberg',
    'nord.example',
    'zoe',
    'さく',
    'company-7',
    '999',
    'ma',
  ];
  let seed = 7;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  const one = (values: readonly string[]) => values[draw(values.length)] ?? '';

  async function asked(address: string, options?: RequestInit) {
    let began = performance.now();
    let response = await fetch(`${api}${address}`, options);
    // Where the service worker has forgotten the page, the host answers until they meet again.
    while (!response.headers.has('x-drydock-backend')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      began = performance.now();
      response = await fetch(`${api}${address}`, options);
    }
    const body = (await response.json()) as {
      readonly total: number;
      readonly items: readonly { readonly id: string; readonly version: number }[];
    };
    if (!response.ok) throw new Error(`${address}: ${JSON.stringify(body)}`);
    return { ms: performance.now() - began, body };
  }

  function listAddress(search: string, furthest: number): string {
    const query = new URLSearchParams({
      search,
      sort: one(sorts),
      direction: draw(2) === 0 ? 'ascending' : 'descending',
      offset: String(draw(furthest)),
      limit: '50',
    });
    const state = one(states);
    if (state !== '') query.set('state', state);
    return `${site}/portal-customers?${query}`;
  }

  async function series(count: number, address: () => string): Promise<number[]> {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) times.push((await asked(address())).ms);
    return times;
  }

  const beside: number[] = [];
  const load = { isOver: false };
  const last = `${site}/portal-customers?sort=lastLogin&offset=0&limit=50`;
  const loading = asked(last).then(() => (load.isOver = true));
  while (!load.isOver) beside.push((await asked('/workspace')).ms);
  await loading;
  const loadedMs = performance.now();

  const plain = await series(100, () => '/workspace');
  const lists = await series(400, () => listAddress('', size * 0.05));
  // Deep pages of everybody, from the other end and in the middle.
  lists.push(
    ...(await series(100, () => `${site}/portal-customers?offset=${draw(size * 0.9)}&limit=50`)),
  );
  let count = 0;
  const searches = await series(200, () =>
    listAddress(`${one(words)}${(count += 1) % 3 === 0 ? draw(9) : ''}`, 50),
  );

  const changes: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    const { body } = await asked(
      `${site}/portal-customers?state=active&offset=${draw(size / 2)}&limit=1`,
    );
    const customer = body.items[0];
    if (!customer) continue;
    const start = performance.now();
    await asked(`${site}/portal-customers/${encodeURIComponent(customer.id)}/revoke-access`, {
      method: 'POST',
      headers: {
        'if-match': `"${customer.version}"`,
        'idempotency-key': `bench ${index} ${Date.now()}`,
      },
    });
    await asked(`${site}/portal-customers?state=revoked&sort=name&offset=0&limit=50`);
    changes.push(performance.now() - start);
  }

  const bytes = new Uint8Array(size).fill(1);
  const scan: number[] = [];
  let sum = 0;
  for (let index = 0; index < 20; index += 1) {
    const start = performance.now();
    for (const byte of bytes) sum += byte;
    scan.push(performance.now() - start);
  }
  if (sum !== size * 20) throw new Error('Nothing was read');
  return { loadedMs, beside, plain, lists, searches, changes, scan };
}
