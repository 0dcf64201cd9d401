import { expect, it, vi } from 'vitest';
import { once } from './once.ts';

it('loads once, and again after a failure', async () => {
  const load = vi.fn<() => Promise<string>>();
  load.mockRejectedValueOnce(new Error('no network')).mockResolvedValue('loaded');
  const { get, peek } = once(load);
  expect(peek()).toBeUndefined();
  await expect(get()).rejects.toThrow('no network');
  expect(peek()).toBeUndefined();
  expect(await Promise.all([get(), get()])).toEqual(['loaded', 'loaded']);
  expect(await peek()).toBe('loaded');
  expect(load).toHaveBeenCalledTimes(2);
});
