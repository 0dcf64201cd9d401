import { store } from './store.mjs';

// The page has the app's own headers, which ask for a word on every script address.
globalThis.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url });
const worker = new Worker(new URL('./raw.worker.mjs', import.meta.url), { type: 'module' });

const inWorker = (task, options) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage({ task, options });
  });

/** The same tasks in the page itself and in a worker: the faster one is the limit. */
globalThis.raw = {
  page: (task, options) => store[task](options),
  worker: inWorker,
  /** Asks the worker for one record of this shape after the other; milliseconds of each, the way there and back included. */
  records: async ({ count, record, durability }) => {
    const times = [];
    for (let n = 0; n < count; n += 1) {
      const begin = performance.now();
      await inWorker('addRecord', { record, durability });
      times.push(performance.now() - begin);
    }
    return times;
  },
};
