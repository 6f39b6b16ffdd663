import { loadSqlite } from './src/store/sqlite.ts';
import { openInMemory } from './src/store/database.ts';
import { migrate } from './src/store/migrations.ts';
import { storeOn } from './src/store/store.ts';
import { manyCustomer } from './test/support/many-people.ts';
import { Session } from 'node:inspector/promises';
const db = openInMemory(await loadSqlite()); migrate(db);
const store = storeOn(db, 'memory');
const n = Number(process.argv[2]);
async function profiled(name: string, work: () => unknown) {
  const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.start');
  const c = process.threadCpuUsage(); await work(); const d = process.threadCpuUsage(c);
  const { profile } = await s.post('Profiler.stop'); s.disconnect();
  const self = new Map<string, number>(); const dt = profile.timeDeltas!; const byId = new Map(profile.nodes.map(x => [x.id, x]));
  profile.samples!.forEach((id, i) => { const f = byId.get(id)!.callFrame; const k = f.functionName + ':' + f.lineNumber + ' ' + f.url.split('/').pop(); self.set(k, (self.get(k) ?? 0) + dt[i]!); });
  const all = [...self.values()].reduce((a, b) => a + b, 0);
  console.log(name, 'cpu ms', (d.user + d.system) / 1000);
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 16)) console.log('  ', (v / all * 100).toFixed(1) + '%', k);
}
await profiled('put', () => { for (let f = 0; f < n; f += 10000) { const b = Array.from({ length: 10000 }, (_, i) => manyCustomer(f + i, 'site_1')); store.write((tx) => { for (const c of b) tx.portalCustomers.put(c); }); } });
await profiled('load', () => store.loadLists('site_1', () => Promise.resolve()));
store.close();
