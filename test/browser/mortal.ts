// A worker that dies when it is told to: right after it has committed to the log or to a process's own records for the
// n-th time, before anything can be made of that. Between two such commits nothing lasts, so that it makes no
// difference where there it dies. To be imported before the engine.

/** Names of the databases whose commits count. */
let lasting = /-log$|-process:/;
let left = Infinity;

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === null || typeof data !== 'object' || !('dieAfter' in data)) return;
  left = Number(data.dieAfter);
  if ('lasting' in data) lasting = new RegExp(String(data.lasting));
});

// Nobody hears of the commit, and nothing that waits in this worker runs any more. A loop without an end would be as
// deadly, but Chromium gives that two seconds before it really terminates it.
const committed = (event: Event): void => {
  left -= 1;
  if (left !== 0) return;
  event.stopImmediatePropagation();
  self.postMessage('dying');
  self.close();
};

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its database below
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
  const transaction = begin.call(this, stores, mode, options);
  if (mode === 'readwrite' && lasting.test(this.name)) transaction.addEventListener('complete', committed);
  return transaction;
};
