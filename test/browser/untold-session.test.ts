import { expect, it } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import { views } from '../../src/views/names.ts';
import { queries } from '../../src/views/queries.ts';
import { eventually } from './eventually.ts';

const OLA = '77777777-0000-4000-8000-000000000001';

it('a PIN is asked for also in a tab that follows and never heard of it: whoever set it died before they told', async () => {
  const book = `untold-session-${crypto.randomUUID()}`;
  const tab = (spawn: () => Worker) =>
    createClient({ book, spawn, views, queries: () => Promise.resolve(queries) });
  const shop = () =>
    new Worker(new URL('../toy/shop.worker.ts', import.meta.url), { type: 'module', name: book });
  const mute = () =>
    new Worker(new URL('../toy/mute-shop.worker.ts', import.meta.url), { type: 'module', name: book });
  const become = (client: Client, role: string) =>
    eventually(() => {
      expect(client.session.actor?.role).toBe(role);
    });

  const leader = tab(shop);
  await eventually(async () => {
    expect((await leader.health()).leads).toBe(true);
  });
  const follower = tab(shop);
  await become(follower, 'owner');
  const untold = tab(mute);
  await untold.dispatch('AddOperator', { operatorId: OLA, name: 'Ola', role: 'owner' });
  expect(await untold.session.setPin(OLA, '2468')).toMatchObject({ status: 'committed' });
  await become(follower, 'nobody');
  await Promise.all([leader, follower, untold].map((client) => client.close()));
});
