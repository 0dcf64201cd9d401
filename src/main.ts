import { createClient, scriptingDoor } from './client/index.ts';
import { mountApp } from './ui/mount.ts';
import { queries } from './views/queries.ts';

/** The front door: spawn the engine, connect, mount. */
const client = createClient({
  book: 'counterfoil',
  spawn: () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }),
  queries,
});
Object.assign(window, { counterfoil: scriptingDoor(client) });
mountApp(client, document.getElementById('app') ?? document.body);
