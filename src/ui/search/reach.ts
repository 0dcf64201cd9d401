import { wrap, type Remote } from 'comlink';
import type { SearchIndex } from './search-index.ts';

/** An empty index in a worker of its own, which lives as long as the page. */
export const reachIndex = (onFailed: () => void): Remote<SearchIndex> => {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', onFailed);
  return wrap<SearchIndex>(worker);
};
