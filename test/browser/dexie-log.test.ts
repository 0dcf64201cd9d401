import { createDexieLog } from '../../src/engine/log/dexie-log.ts';
import { openStore } from '../../src/engine/log/open.ts';
import { eventLogContract } from '../contract/event-log.ts';

eventLogContract('on IndexedDB', async () =>
  createDexieLog(
    await openStore(`contract-${crypto.randomUUID()}`, {
      newId: () => crypto.randomUUID(),
      epoch: 1,
      onLost: () => undefined,
    }),
  ),
);
