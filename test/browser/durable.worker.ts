import '../toy/marbles.worker.ts';

/** The marble trade, telling how durable each transaction is that writes to the log: as the browser has it. */
const told = new BroadcastChannel(`${self.name}-durability`);
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the database that it is asked of
const { transaction: begin } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
  const transaction = begin.call(this, stores, mode, options);
  if (mode === 'readwrite' && transaction.objectStoreNames.contains('log'))
    told.postMessage(transaction.durability);
  return transaction;
};
