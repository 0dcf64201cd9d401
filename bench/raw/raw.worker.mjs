import { store } from './store.mjs';

addEventListener('message', async ({ data: { task, options } }) => {
  postMessage(await store[task](options));
});
