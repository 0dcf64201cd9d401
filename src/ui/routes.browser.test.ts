import type { WrappedComponent } from 'svelte-spa-router';
import { afterEach, describe, expect, it } from 'vitest';
import { routes } from './routes.ts';

const { pathname, search } = location;

/** What the router does about a page without an address, standing at this one by the time it does. */
const begin = async (address: string): Promise<string> => {
  history.replaceState(null, '', `${pathname}${search}${address}`);
  const { conditions = [] } = (routes as Record<string, WrappedComponent>)['/'] ?? {};
  for (const condition of conditions)
    await condition({ route: '/', location: '/', querystring: '', params: null, userData: {} });
  await new Promise((resolve) => setTimeout(resolve));
  return location.hash;
};

afterEach(() => {
  history.replaceState(null, '', `${pathname}${search}`);
});

describe('a page that was opened without an address', () => {
  it.each(['', '#/', '#/?shared'])('shows today (%s)', async (address) => {
    expect(await begin(address)).toBe('#/today');
  });

  it('stays where somebody went before the router heard of it', async () => {
    expect(await begin('#/products/1?variant=2')).toBe('#/products/1?variant=2');
  });
});
