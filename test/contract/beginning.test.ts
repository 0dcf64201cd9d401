import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { Branch } from '../../src/engine/pipeline/4-load.ts';
import type { EventLog } from '../../src/engine/ports.ts';
import { owner, tab } from './tab.ts';

const add = (jar: string, count: number) => ({ jar, count });

let log: EventLog;
beforeEach(() => {
  log = createMemoryLog();
});

describe('a command that begins a stream', () => {
  it('does not look for what cannot be there', async () => {
    const looked = vi.spyOn(log, 'streams');
    const { send } = await tab(log);
    const receipts = await Promise.all([
      send('a', 'NewJar', add('red', 3)),
      send('b', 'NewJar', add('blue', 3)),
      send('c', 'NewJar', add('red', 3)),
    ]);
    expect(receipts.map(({ status }) => status)).toEqual(['committed', 'committed', 'rejected']);
    expect(looked).not.toHaveBeenCalled();
  });

  it('is refused by the log itself when the stream was there, and decided again on what stands', async () => {
    await (await tab(log)).send('a', 'NewJar', add('red', 3));
    const { send } = await tab(log);
    const receipts = await Promise.all([
      send('b', 'NewJar', add('red', 4)),
      send('c', 'NewJar', add('blue', 4)),
    ]);
    expect(receipts).toMatchObject([{ rejection: { code: 'jar-exists' } }, { status: 'committed' }]);
    expect((await log.head()).position).toBe(2);
  });

  it('is never refused on the assumption: it looks first', async () => {
    await (await tab(log)).send('a', 'NewJar', add('red', 3));
    expect(await (await tab(log)).send('b', 'NewJar', add('red', 60))).toMatchObject({
      rejection: { code: 'jar-exists' },
    });
  });

  it('looks when it writes to other streams alone, which would prove nothing', async () => {
    await (await tab(log)).send('a', 'NewJar', add('red', 3));
    const { send } = await tab(log);
    expect(await send('b', 'AddUnlessThere', { jar: 'blue', unless: 'red' })).toMatchObject({ streams: {} });
    expect(await send('c', 'AddUnlessThere', { jar: 'blue', unless: 'green' })).toMatchObject({
      position: 2,
    });
  });

  it('is rehearsed on what stands', async () => {
    await (await tab(log)).send('a', 'NewJar', add('red', 3));
    const { pipeline, streams } = await tab(log);
    const command = { commandId: 'b', type: 'NewJar', payload: add('red', 3) };
    expect((await pipeline.rehearse(command, owner, new Branch(streams))).receipt).toMatchObject({
      rejection: { code: 'jar-exists' },
    });
  });
});
