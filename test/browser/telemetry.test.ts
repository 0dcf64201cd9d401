import { expect, it } from 'vitest';
import type { Client, FinishedSpan } from '../../src/client/index.ts';
import { eventually } from './eventually.ts';
import { marbleTabs } from './marble-tabs.ts';

/** Traces over page, worker and another tab's worker, with the SDK that is loaded for them. */

const { now, tab } = marbleTabs();

const switchOn = async (client: Client, endpoint = ''): Promise<void> => {
  expect(await client.telemetry.set({ on: true, endpoint })).toBeUndefined();
};

/** The spans of the one trace that has a span of this name, once it has all of these. */
const traceOf = async (client: Client, root: string, names: readonly string[]) => {
  const spans = await client.telemetry.spans();
  const traceId = spans.find(({ name }) => name === root)?.traceId;
  const found = spans.filter((span) => span.traceId === traceId);
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  return found;
};

const named = (spans: readonly FinishedSpan[], name: string): FinishedSpan => {
  const span = spans.find((one) => one.name === name);
  if (!span) throw new Error(`There is no span ${name}.`);
  return span;
};

const STAGES = ['parse', 'authorize', 'deduplicate', 'wait', 'load', 'decide', 'append', 'receipt'];

it('traces a command from the page through each stage into every read model, one nested in the other', async () => {
  const client = tab();
  await switchOn(client);
  await client.dispatch('AddMarbles', { jar: 'secret jar', count: 3 });
  const spans = await eventually(() => traceOf(client, 'command AddMarbles', ['show', 'project jars']));
  const root = named(spans, 'command AddMarbles');
  const dispatch = named(spans, 'dispatch AddMarbles');
  const handle = named(spans, 'handle AddMarbles');
  expect(root.parentId).toBeUndefined();
  expect(dispatch).toMatchObject({ parentId: root.spanId, kind: 2, place: 'page' });
  expect(named(spans, 'show').parentId).toBe(root.spanId);
  expect(handle).toMatchObject({ parentId: dispatch.spanId, kind: 1, place: 'worker' });
  for (const stage of STAGES) {
    const span = named(spans, stage);
    expect(span.parentId, stage).toBe(handle.spanId);
    expect(span.start, stage).toBeGreaterThanOrEqual(handle.start);
    expect(span.start + span.duration, stage).toBeLessThanOrEqual(handle.start + handle.duration + 0.001);
  }
  expect(named(spans, 'project jars')).toMatchObject({
    parentId: handle.spanId,
    attributes: { 'counterfoil.events': 1 },
  });
  // Firefox counts whole milliseconds, and those of the page and of the worker may be one apart.
  expect(handle.start).toBeGreaterThanOrEqual(dispatch.start - 1);
  expect(handle.start + handle.duration).toBeLessThanOrEqual(dispatch.start + dispatch.duration + 1);
  expect(root.start + root.duration).toBeGreaterThanOrEqual(dispatch.start + dispatch.duration);
  expect(JSON.stringify(spans)).not.toContain('secret');
});

it('hangs what a process does about a command below its reaction, in the same trace', async () => {
  const client = tab();
  await switchOn(client);
  await client.dispatch('AddMarbles', { jar: 'leaky', count: 3 });
  await client.dispatch('MoveMarbles', { from: 'leaky', to: 'red', count: 2 });
  const spans = await eventually(() =>
    traceOf(client, 'command MoveMarbles', ['react mender', 'handle AddMarbles', 'show']),
  );
  const reaction = named(spans, 'react mender');
  const derived = named(spans, 'handle AddMarbles');
  expect(reaction.parentId).toBe(named(spans, 'handle MoveMarbles').spanId);
  expect(derived).toMatchObject({
    parentId: reaction.spanId,
    attributes: { 'counterfoil.process': 'mender', 'counterfoil.outcome': 'committed' },
  });
  expect(derived.start + derived.duration).toBeLessThanOrEqual(reaction.start + reaction.duration + 0.001);
});

it('goes on in the worker that leads when another tab sends the command', async () => {
  const leading = tab();
  await leading.health();
  await eventually(async () => {
    expect((await leading.health()).leads).toBe(true);
  });
  const following = tab();
  await switchOn(following);
  await eventually(async () => {
    expect((await leading.telemetry.status()).on).toBe(true);
    expect((await leading.telemetry.samples()).length).toBeGreaterThan(0);
  });
  await following.dispatch('AddMarbles', { jar: 'red', count: 3 });
  const here = await eventually(() => traceOf(following, 'command AddMarbles', ['append', 'show']));
  const project = await eventually(async () => named(await leading.telemetry.spans(), 'project jars'));
  expect(project).toMatchObject({
    traceId: named(here, 'handle AddMarbles').traceId,
    parentId: named(here, 'handle AddMarbles').spanId,
  });
});

it('counts what was done and refused, and says so to Prometheus', async () => {
  const client = tab();
  await switchOn(client);
  await client.dispatch('AddMarbles', { jar: 'secret jar', count: 3 });
  await client.dispatch('MoveMarbles', { from: 'red', to: 'blue', count: 9 });
  await client.dispatch('Not A Command', {});
  const sample = await eventually(async () => {
    const newest = (await client.telemetry.samples()).at(-1);
    expect(newest?.commands).toEqual({
      AddMarbles: { committed: 1, refused: 0 },
      MoveMarbles: { committed: 0, refused: 1 },
      unknown: { committed: 0, refused: 1 },
    });
    expect(newest?.lag).toHaveProperty('jars');
    return newest;
  });
  expect(sample?.stages.append.reduce((sum, count) => sum + count)).toBe(1);
  expect(sample?.refusals).toMatchObject({ 'unknown-command': 1 });
  const text = await client.telemetry.prometheus();
  expect(text).toContain('counterfoil_commands_total{type="AddMarbles",outcome="committed"} 1\n');
  expect(text).toMatch(/counterfoil_stage_duration_seconds_count\{stage="append"\} 1\n/);
  expect(text).not.toContain('secret');
  expect(text).not.toContain('Not A');
});

it('measures nothing unless switched on, stops when switched off, and remembers over a reload', async () => {
  const client = tab();
  await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
  expect(await client.telemetry.status()).toMatchObject({ on: false });
  expect(await client.telemetry.spans()).toEqual([]);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`${now.book}-telemetry`);
  await switchOn(client);
  client.lock();
  await eventually(async () => {
    expect(await client.telemetry.samples()).not.toEqual([]);
  });
  await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
  await eventually(() => traceOf(client, 'handle AddMarbles', ['append']));
  await client.telemetry.set({ on: false, endpoint: '' });
  expect(await client.telemetry.spans()).toEqual([]);
  expect(await client.telemetry.prometheus()).toBe('');
});

it('says that nobody takes what it sends, and takes no address in the clear', async () => {
  const client = tab();
  expect(await client.telemetry.set({ on: true, endpoint: 'http://example.org' })).toMatchObject({
    code: 'outlet-address',
  });
  await switchOn(client, new URL('/nobody-is-here', location.href).href);
  await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
  await eventually(async () => {
    const { traces, metrics } = await client.telemetry.status();
    expect(traces.trouble).toBeDefined();
    expect(metrics.trouble).toBeDefined();
  });
});
