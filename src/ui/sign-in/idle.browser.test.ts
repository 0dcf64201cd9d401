import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './idle.ts';

const MINUTE = 60_000;
let stop: () => void = () => undefined;
const left = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  left.mockClear();
  stop = watchIdle(5 * MINUTE, left);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const touch = () => dispatchEvent(new PointerEvent('pointerdown'));

it('locks once nobody has touched anything for so long, and then lets go', () => {
  vi.advanceTimersByTime(4 * MINUTE);
  touch();
  vi.advanceTimersByTime(4 * MINUTE);
  dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  vi.advanceTimersByTime(5 * MINUTE - 1_000);
  expect(left).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(left).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60 * MINUTE);
  expect(left).toHaveBeenCalledOnce();
});

it('is locked at the first touch after a sleep', () => {
  vi.setSystemTime(Date.now() + 10 * MINUTE);
  touch();
  expect(left).toHaveBeenCalledOnce();
});

it('stays open while somebody works in another page', async () => {
  const other = new BroadcastChannel('counterfoil-at-work');
  const heard = new Promise((resolve) => {
    const beside = new BroadcastChannel('counterfoil-at-work');
    beside.onmessage = () => {
      beside.close();
      // Those who listened before have heard it by now.
      resolve(undefined);
    };
  });
  vi.advanceTimersByTime(4 * MINUTE);
  other.postMessage('touched');
  await heard;
  vi.advanceTimersByTime(4 * MINUTE);
  expect(left).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * MINUTE);
  expect(left).toHaveBeenCalledOnce();
  other.close();
});
