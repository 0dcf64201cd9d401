import { expect, it } from 'vitest';
import { scriptingDoor } from '../../src/client/index.ts';
import { commands } from '../../src/domain/index.ts';
import { jobs } from '../../src/jobs/index.ts';
import { queries } from '../../src/views/queries.ts';
import { shopTabs } from './shop-tabs.ts';

/** The scripting door on the real trade, as the README shows it. */

const { tab } = shopTabs();

it('lists every command, query and job with the schema of what it takes', async () => {
  const door = scriptingDoor(tab());
  const told = {
    commands: await door.commands(),
    queries: await door.queries(),
    jobs: await door.jobTypes(),
  };
  const names = (listed: readonly { readonly name: string }[]) => listed.map(({ name }) => name).sort();
  expect(names(told.commands)).toEqual(commands.map(({ type }) => type).sort());
  expect(names(told.queries)).toEqual(queries.map(({ name }) => name).sort());
  expect(names(told.jobs)).toEqual(jobs.map(({ type }) => type).sort());
  for (const { name, schema } of Object.values(told).flat())
    expect(schema, name).toHaveProperty('$schema', 'https://json-schema.org/draft/2020-12/schema');
  expect(told.commands.find(({ name }) => name === 'SubmitOrder')).toMatchObject({
    permission: 'order.take',
    schema: { type: 'object', required: ['orderId'], properties: { orderId: { format: 'uuid' } } },
  });
});

it('gives and asks by name: what was written, the book as it was, events, jobs and health', async () => {
  const door = scriptingDoor(tab());
  const receipt = await door.dispatch('CreateCustomer', { customerId: crypto.randomUUID(), name: 'Anna' });
  expect(receipt).toMatchObject({ status: 'committed', position: 1 });
  const known = { atLeast: 1, timeoutMs: 60_000 };
  const found = await door.query('CustomerList', { text: 'anna' }, known);
  expect(found).toMatchObject({ answer: { rows: [{ name: 'Anna' }] }, position: 1, stale: false });
  const asOf = { instant: '2020-01-01T00:00:00Z' };
  expect(await door.query('CustomerList', {}, { asOf })).toMatchObject({ answer: { rows: [] } });
  expect(await door.events({ after: 0, limit: 20 })).toMatchObject([
    { type: 'CustomerCreated', position: 1 },
  ]);
  expect(await door.jobs()).toEqual([]);
  expect(await door.job('nobody’s')).toBeUndefined();
  expect(await door.health()).toMatchObject({ head: { position: 1 } });
  await expect(door.query('Nothing')).rejects.toThrow('There is no query Nothing.');
});

it('says how it is to be written when it is not meant so', async () => {
  const door = scriptingDoor(tab());
  const wrong = (value: unknown): never => value as never;
  const refused = (answer: Promise<unknown>) => expect(answer).rejects;
  for (const asOf of [{ instant: 'last Monday' }, { position: -1 }, {}, 'now'])
    await refused(door.query('OrderCounts', {}, wrong({ asOf }))).toThrow('asOf is { position');
  await refused(door.events(wrong({ after: 'x' }))).toThrow('whole numbers');
  await refused(door.undo(wrong('x'))).toThrow('[{ commandId }]');
  await refused(door.undoOffers(wrong([7]))).toThrow('[{ commandId }]');
  await refused(door.whatIf(wrong('x'))).toThrow('an array of commands');
});
