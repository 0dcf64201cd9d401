import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { shopTabs } from './shop-tabs.ts';
import { become, OLA, PAT, staff } from './staff.ts';

const { now, tab } = shopTabs();

it('lets a job go on only as long as whoever began it may have it done', async () => {
  // As long as nobody leads no job is begun.
  let letLead: () => void = () => undefined;
  const led = new Promise<void>((resolve) => (letLead = resolve));
  void navigator.locks.request(`${now.book}-leader`, () => led);
  const client = tab();
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
