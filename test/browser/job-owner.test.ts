import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { views } from '../../src/views/names.ts';
import { queries } from '../../src/views/queries.ts';
import { eventually } from './eventually.ts';
import { become, OLA, PAT, staff } from './staff.ts';

it('lets a job go on only as long as whoever began it may have it done', async () => {
  const book = `job-owner-${crypto.randomUUID()}`;
  // As long as nobody leads no job is begun.
  let letLead: () => void = () => undefined;
  const led = new Promise<void>((resolve) => (letLead = resolve));
  void navigator.locks.request(`${book}-leader`, () => led);
  const spawn = () =>
    new Worker(new URL('../toy/shop.worker.ts', import.meta.url), { type: 'module', name: book });
  const client = createClient({ book, spawn, views, queries: () => Promise.resolve(queries) });
  onTestFinished(() => client.close());
  await staff(client);
  await client.session.signIn(OLA, '2468');
  await become(client, 'owner');
  await client.dispatch('ChangeOperator', { operatorId: PAT, role: 'manager' });
  await client.session.signIn(PAT, '1357');
  await become(client, 'manager');
  expect(await client.startJob('FillSampleBook', {}, { commandId: 'fill' })).toMatchObject({
    status: 'accepted',
  });
  await client.session.signIn(OLA, '2468');
  await become(client, 'owner');
  await client.dispatch('ChangeOperator', { operatorId: PAT, role: 'viewer' });
  letLead();
  await eventually(async () => {
    expect(await client.job('fill')).toMatchObject({ status: 'failed', error: { code: 'not-permitted' } });
  });
});
