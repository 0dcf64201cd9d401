import { afterEach, expect, it, vi } from 'vitest';
import { onWayBack, type CloseWatcher, type CloseWatchers } from './way-back.ts';

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', '#');
});

const went = (): Promise<unknown> =>
  new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
const goTo = async (hash: string): Promise<void> => {
  const gone = went();
  location.hash = hash;
  await gone;
};

it('leaves when another room or sheet is gone back to, not when the same one is looked at otherwise', async () => {
  await goTo('#/orders?tab=all');
  const leave = vi.fn();
  const end = onWayBack(leave);
  await goTo('#/orders?tab=to-ship');
  expect(leave).not.toHaveBeenCalled();
  await goTo('#/orders/1');
  expect(leave).toHaveBeenCalledTimes(1);
  end();
  await goTo('#/customers');
  expect(leave).toHaveBeenCalledTimes(1);
});

it('leaves by the gesture of a device that is touched, which then goes no further back', () => {
  const made: CloseWatcher[] = [];
  const { CloseWatcher: Real = expect.fail('this browser has none') } = globalThis as CloseWatchers;
  vi.stubGlobal(
    'CloseWatcher',
    class extends Real {
      constructor() {
        super();
        made.push(this);
      }
    },
  );
  const media = vi.spyOn(globalThis, 'matchMedia');
  const leave = vi.fn();
  media.mockReturnValue({ matches: false } as MediaQueryList);
  onWayBack(leave)();
  expect(made).toHaveLength(0);
  media.mockReturnValue({ matches: true } as MediaQueryList);
  const ask = vi.fn();
  const end = onWayBack(leave, ask);
  made[0]?.dispatchEvent(new Event('cancel'));
  expect(ask).toHaveBeenCalledTimes(1);
  expect(leave).not.toHaveBeenCalled();
  made[0]?.requestClose();
  expect(leave).toHaveBeenCalledTimes(1);
  end();
  vi.unstubAllGlobals();
});
