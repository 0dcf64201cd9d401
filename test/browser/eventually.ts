import { vi } from 'vitest';

/** Waits until it holds; how long that takes on a machine with other work is no finding. */
export const eventually = <T>(holds: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(holds, { timeout: 60_000, interval: 20 });
