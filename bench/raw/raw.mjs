import { store } from './store.mjs';

// The page has the app's own headers, which ask for a word on every script address.
globalThis.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url });
const worker = new Worker(new URL('./raw.worker.mjs', import.meta.url), { type: 'module' });

/** The same tasks in the page itself and in a worker: the faster one is the limit. */
globalThis.raw = {
  page: (task, options) => store[task](options),
  worker: (task, options) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage({ task, options });
    }),
};
