import { afterEach, expect, it, vi } from 'vitest';
import type { JobStatus, RebuildState } from '../../client/index.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { showJobNotices } from './job-notices.ts';

const source = <Value>() => {
  let tell: (value: Value) => void = () => undefined;
  const subscribe = (next: (value: Value) => void) => {
    tell = next;
    return () => undefined;
  };
  return {
    subscribe,
    tell: (value: Value) => {
      tell(value);
    },
  };
};

const look = (state: 'hidden' | 'visible') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

const page = () => {
  document.title = 'Orders';
  const [jobs, rebuilds] = [source<readonly JobStatus[]>(), source<readonly RebuildState[]>()];
  showJobNotices({ jobs, rebuilds });
  return { jobs, rebuilds };
};

afterEach(() => {
  vi.restoreAllMocks();
});

const stock = (more: Partial<RebuildState>) => ({ view: 'stock', serving: 1, gaveUp: false, ...more });
const orders = (more: Partial<RebuildState>) => ({ view: 'orders', serving: 1, gaveUp: false, ...more });

it('says once that the lists are rebuilt, when the last of them is, while nobody looks', () => {
  const show = vi.spyOn(toasts, 'show');
  const { rebuilds } = page();
  rebuilds.tell([stock({}), orders({})]);
  look('hidden');
  rebuilds.tell([stock({ underWay: 2 }), orders({ underWay: 4 })]);
  rebuilds.tell([stock({ serving: 2 }), orders({ underWay: 4 })]);
  expect(document.title).toBe('Orders');
  rebuilds.tell([stock({ serving: 2 }), orders({ serving: 4 })]);
  expect(document.title).toBe('● Orders');
  rebuilds.tell([stock({ serving: 2 }), orders({ serving: 4 })]);
  look('visible');
  expect(show.mock.calls).toEqual([['The lists are rebuilt and checked.']]);
  expect(document.title).toBe('Orders');
});

it('says that one could not be, and nothing of one that was stopped or that somebody saw', () => {
  const show = vi.spyOn(toasts, 'show');
  const { rebuilds } = page();
  look('hidden');
  rebuilds.tell([stock({ underWay: 2 })]);
  rebuilds.tell([stock({})]);
  expect(document.title).toBe('Orders');
  rebuilds.tell([stock({ underWay: 3 })]);
  rebuilds.tell([stock({ gaveUp: true })]);
  look('visible');
  rebuilds.tell([stock({ underWay: 4 })]);
  rebuilds.tell([stock({ serving: 4 })]);
  expect(show.mock.calls).toEqual([['A list could not be rebuilt. The one before stays in use.']]);
});
