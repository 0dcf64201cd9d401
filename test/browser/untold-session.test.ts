import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { shopTabs } from './shop-tabs.ts';
import { become, OLA } from './staff.ts';

const { now, tab } = shopTabs();

it('a PIN is asked for also in a tab that follows and never heard of it: whoever set it died before they told', async () => {
  const mute = () =>
    new Worker(new URL('../toy/mute-shop.worker.ts', import.meta.url), { type: 'module', name: now.book });
  const leader = tab();
  await eventually(async () => {
    expect((await leader.health()).leads).toBe(true);
  });
  const follower = tab();
  await become(follower, 'owner');
  const untold = tab(mute);
  await untold.dispatch('AddOperator', { operatorId: OLA, name: 'Ola', role: 'owner' });
  expect(await untold.session.setPin(OLA, '2468')).toMatchObject({ status: 'committed' });
  await become(follower, 'nobody');
});
