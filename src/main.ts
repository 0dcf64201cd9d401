import { createClient, presentBook, scriptingDoor } from './client/index.ts';
import { mountApp } from './ui/mount.ts';
import { views } from './views/names.ts';

/** The front door: spawn the engine, connect, mount. */
const book = await presentBook('counterfoil');
const client = createClient({
  book,
  spawn: () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: book }),
  views,
  hasRooms: true,
  queries: async () => (await import('./views/queries.ts')).queries,
});
Object.assign(window, { counterfoil: scriptingDoor(client) });
mountApp(client, document.getElementById('app') ?? document.body);
