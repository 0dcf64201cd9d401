import { expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { marbleTabs } from './marble-tabs.ts';

/** “Saved” is on disk (promises.md, row 1): what a person confirms is never left to the browser's default. */

const { now, tab } = marbleTabs();

const spawn = (): Worker =>
  new Worker(new URL('./durable.worker.ts', import.meta.url), { type: 'module', name: now.book });

it('writes to the log strictly unless a script asks for less', async () => {
  const channel = new BroadcastChannel(`${now.book}-durability`);
  const told: unknown[] = [];
  channel.onmessage = ({ data }) => told.push(data);
  const client = tab(spawn);
  await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
  await client.dispatch('AddMarbles', { jar: 'red', count: 1 }, { durability: 'relaxed' });
  await eventually(() => {
    expect(told).toEqual(['strict', 'relaxed']);
  });
  channel.close();
});
