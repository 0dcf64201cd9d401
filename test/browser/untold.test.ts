import { expect, it } from 'vitest';
import { createDexieLog } from '../../src/engine/log/dexie-log.ts';
import { openStore } from '../../src/engine/log/open.ts';
import { loosen, recordOf } from '../../src/engine/log/records.ts';
import { createReadSide } from '../../src/engine/reading/index.ts';
import { generationName, registryName } from '../../src/engine/reading/names.ts';
import type { JobRow } from '../../src/engine/jobs/rows.ts';
import type { GenerationRow, RepairRow } from '../../src/engine/reading/registry.ts';
import { epochOf } from '../../src/kernel/index.ts';
import { JarsByMarbles, marbleTrade } from '../toy/marbles.ts';
import { eventually } from './eventually.ts';
import { marbleTabs, positionOf, total } from './marble-tabs.ts';
import { terminating } from './terminating.ts';

/**
 * A worker may die between a write and its word of it. Nothing but a plain transaction leaves the same behind: neither
 * Dexie nor the engine's own channel hears of it.
 */

const { now, tab } = marbleTabs();

const untold = async (database: string, store: string, write: (target: IDBObjectStore) => void) => {
  const idb = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`${database} does not open`));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = idb.transaction(store, 'readwrite');
    write(transaction.objectStore(store));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new Error(`${store} was not written`));
  });
  idb.close();
};

terminating('what a worker wrote is shown also when it died before it told', async () => {
  const client = tab();
  const seen: number[] = [];
  client.live(JarsByMarbles, {}).subscribe(({ total: marbles }) => seen.push(marbles));
  await total(client, positionOf(await client.dispatch('AddMarbles', { jar: 'red', count: 3 })));
  await untold(generationName(now.book, 'jars', 1), 'totals', (totals) => {
    totals.put({ name: 'all', marbles: 4 });
  });
  now.workers.at(-1)?.terminate();
  await eventually(() => {
    expect(seen.at(-1)).toBe(4);
  });
});

terminating('a read model is found also when the worker that made it died before it told', async () => {
  const client = tab();
  await total(client, positionOf(await client.dispatch('AddMarbles', { jar: 'red', count: 3 })));
  const rows: GenerationRow[] = [];
  await untold(registryName(now.book), 'generations', (table) => {
    table.getAll().onsuccess = ({ target }) => {
      rows.push(...(target as IDBRequest<GenerationRow[]>).result);
      table.clear();
    };
  });
  const readSide = createReadSide({ book: now.book });
  expect(await readSide.query(JarsByMarbles, {}, { timeoutMs: 100 })).toMatchObject({ stale: true });
  await untold(registryName(now.book), 'generations', (table) => {
    for (const row of rows) table.put(row);
  });
  now.workers.at(-1)?.terminate();
  expect(await readSide.query(JarsByMarbles, {}, { atLeast: 1, timeoutMs: 60_000 })).toMatchObject({
    answer: { total: 3 },
  });
  await readSide.close();
});

it('what another tab wrote or asked for is seen to also when that tab died before it told', async () => {
  const leader = tab();
  await total(leader, positionOf(await leader.dispatch('AddMarbles', { jar: 'red', count: 3 })));
  const epoch = epochOf(marbleTrade);
  const newId = () => crypto.randomUUID();
  const log = createDexieLog(await openStore(now.book, { newId, epoch, onLost: () => undefined }));
  const head = await log.head();
  const [record] = await log.records(0, 1);
  const { previous: _, ...first } = record?.commits[0] ?? expect.fail();
  const commandId = newId();
  const events = first.events.map((event) => ({ ...event, version: 2 }));
  await log.append(recordOf(head, [loosen({ ...first, commandId, events })]), 'relaxed');
  log.close();
  const at = new Date().toISOString();
  const job: JobRow = {
    ...{ id: 'untold', type: 'FillManyJars', payload: { jars: 2, perChunk: 2 }, status: 'queued' },
    ...{ progress: { done: 0, total: 0 }, report: { filled: 0 }, cursor: 0 },
    ...{ actor: { id: 'ann', role: 'owner' }, createdAt: at, updatedAt: at },
  };
  await untold(registryName(now.book), 'jobs', (jobs) => jobs.put(job));
  const repair: RepairRow = {
    ...{ id: 'untold/0000', at, actor: 'ann', state: 'asked' },
    repair: { do: 'rebuild', view: 'jars' },
  };
  await untold(registryName(now.book), 'repairs', (repairs) => repairs.put(repair));
  expect(await total(leader, 2, 60_000)).toBeGreaterThanOrEqual(6);
  await eventually(async () => {
    expect(await leader.job('untold')).toMatchObject({ status: 'finished' });
    expect(await leader.repairs(1)).toMatchObject([{ state: 'done' }]);
  });
});
