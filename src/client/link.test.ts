import { expose } from 'comlink';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EngineApi, Opened } from '../engine/host/api.ts';
import { NO_ROOM } from './first-room.ts';
import { Link } from './link.ts';

const opened: Opened = { status: 'open', installId: 'i', head: { position: 6, hash: '' }, fresh: false };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // Nobody dies here: the lock of a worker's life is never given.
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A worker that answers so; one without `isThere` says nothing at all. */
const workerOf = (engine: Partial<EngineApi>): Worker => {
  const { port1, port2 } = new MessageChannel();
  if (engine.isThere)
    expose({ close: () => undefined, untilLost: () => new Promise(() => undefined), ...engine }, port1);
  const terminate = () => {
    port1.close();
  };
  return Object.assign(port2, { terminate }) as unknown as Worker;
};

/** Messages go their way in real time. */
const delivered = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
};
const pass = async (seconds: number): Promise<void> => {
  for (let n = 0; n < seconds; n += 1) {
    await delivered();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  await delivered();
};

const linkTo = (engine: Partial<EngineApi>) => {
  const spawn = vi.fn(() => workerOf(engine));
  const on = { opened: vi.fn(), slow: vi.fn() };
  const witness = { recall: () => undefined, remember: () => undefined };
  return { spawn, on, link: new Link(spawn, witness, on, NO_ROOM) };
};

it('leaves a worker that is there to open the book, however long that takes, and says so', async () => {
  let open: (value: Opened) => void = () => undefined;
  const { spawn, on, link } = linkTo({
    isThere: () => Promise.resolve(true),
    open: () => new Promise((resolve) => (open = resolve)),
    lookUp: () => Promise.resolve(undefined),
  });
  await pass(10);
  expect(on.slow).not.toHaveBeenCalled();
  const asked = link.call((engine) => engine.lookUp('c'), 5_000);
  const refused = expect(asked).rejects.toThrow('no answer within 15000 ms');
  await pass(590);
  await refused;
  const revived = link.revive();
  await pass(30);
  await revived;
  expect(spawn).toHaveBeenCalledOnce();
  expect(on.slow).toHaveBeenCalled();
  open(opened);
  await delivered();
  expect(on.opened).toHaveBeenCalledExactlyOnceWith(opened);
  expect(await link.call((engine) => engine.lookUp('c'), 5_000)).toBeUndefined();
  link.close();
});

it('gives the next worker more time for its first word when one has said none', async () => {
  const { spawn, on, link } = linkTo({});
  const spawned = async (seconds: number) => {
    await pass(seconds);
    return spawn.mock.calls.length;
  };
  expect(await spawned(14)).toBe(1);
  expect(await spawned(4)).toBe(2);
  expect(await spawned(28)).toBe(2);
  expect(await spawned(6)).toBe(3);
  expect(await spawned(55)).toBe(3);
  expect(await spawned(20)).toBe(4);
  expect(on.slow).not.toHaveBeenCalled();
  link.close();
});

it('spawns another for one that hangs while it opens the book', async () => {
  let there = true;
  const { spawn, link } = linkTo({
    isThere: () => (there ? Promise.resolve(true) : new Promise(() => undefined)),
    open: () => new Promise(() => undefined),
  });
  await pass(20);
  there = false;
  await pass(40);
  expect(spawn.mock.calls.length).toBeGreaterThan(1);
  link.close();
});
