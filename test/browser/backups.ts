import { createClient, presentBook, type Client, type JobStatus } from '../../src/client/index.ts';
import { views } from '../../src/views/names.ts';
import { queries } from '../../src/views/queries.ts';

const OVER = ['finished', 'failed', 'cancelled'];

/** Pages of the real app, each with a worker of its own; `root`: what the app is called on this device. */
export const desk = () => {
  const clients: Client[] = [];
  const immortal = (name: string) =>
    new Worker(new URL('../../src/engine.worker.ts', import.meta.url), { type: 'module', name });
  return {
    page: async (root: string, spawn: (book: string) => Worker = immortal): Promise<Client> => {
      const book = await presentBook(root);
      const client = createClient({
        book,
        spawn: () => spawn(book),
        views,
        queries: () => Promise.resolve(queries),
      });
      clients.push(client);
      return client;
    },
    closeAll: () => Promise.all(clients.splice(0).map((client) => client.close())),
  };
};

/** A job once it has ended. */
export const ended = (client: Client, jobId: string): Promise<JobStatus> =>
  new Promise((resolve, reject) => {
    const leave = client.jobs.subscribe((jobs) => {
      const job = jobs.find(({ id, status }) => id === jobId && OVER.includes(status));
      if (!job) return;
      resolve(job);
      queueMicrotask(() => leave());
    }, reject);
  });

/** Makes a backup as the settings do. */
export const backUp = async (client: Client, passphrase?: string) => {
  const receipt = await client.backups.make(passphrase);
  if (receipt.status !== 'accepted') throw new Error(JSON.stringify(receipt));
  const job = await ended(client, receipt.jobId);
  const file = await client.backups.file(receipt.jobId);
  if (!file) throw new Error(JSON.stringify(job));
  return { file, jobId: receipt.jobId, report: job.report as Readonly<Record<string, unknown>> };
};

/** Takes a backup in and puts it in the book's place. Gives the code of the refusal, if it was refused. */
export const restore = async (
  client: Client,
  file: Blob,
  passphrase?: string,
): Promise<string | undefined> => {
  const opened = await client.backups.open(file, passphrase);
  if (opened.status === 'refused') return opened.rejection.code;
  const staged = await client.backups.stage(opened.id, () => true);
  if (staged === 'given-up') return staged;
  if (staged !== 'ready') return staged.code;
  return (await client.backups.adopt(opened.id))?.code;
};

export const must = async (client: Client, type: string, payload: unknown): Promise<number> => {
  const receipt = await client.dispatch(type, payload);
  if (receipt.status !== 'committed') throw new Error(`${type}: ${JSON.stringify(receipt)}`);
  return receipt.position;
};

/** All rows of all read models of a book, and its head, as text: what two equal books have in common. */
export const contentsOf = async (book: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const { name = '' } of await indexedDB.databases()) {
    const view = name.startsWith(`${book}-view:`) ? name.slice(`${book}-view:`.length) : undefined;
    const isLog = name === `${book}-log`;
    if (view === undefined && !isLog) continue;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error(name));
    });
    for (const store of db.objectStoreNames) {
      if (isLog ? store !== 'log' && store !== 'outcomes' : store === 'checkpoint' || store === 'parked')
        continue;
      const rows = await new Promise<unknown[]>((resolve) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result as unknown[]);
      });
      found.set(`${view ?? 'log'}/${store}`, JSON.stringify(rows));
    }
    db.close();
  }
  return found;
};
