import { addRecord } from './records.mjs';
import { store } from './store.mjs';

const tasks = { ...store, addRecord };

addEventListener('message', async ({ data: { task, options } }) => {
  postMessage(await tasks[task](options));
});
// What goes wrong in a task is an error like any other: whoever asked waits for it.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
