import { createDexieLog } from '../../src/engine/log/dexie-log.ts';
import { openStore } from '../../src/engine/log/open.ts';
import { EMPTY_HEAD, headAfter, recordOf } from '../../src/engine/log/records.ts';
import { commit } from '../contract/commit.ts';

/** Writes one record of three commits after the other, until it is ended. Says so before it begins each. */
self.onmessage = async ({ data: book }: MessageEvent<string>) => {
  const log = createDexieLog(
    await openStore(book, { newId: () => crypto.randomUUID(), epoch: 1, onLost: () => undefined }),
  );
  for (let head = EMPTY_HEAD, n = 1; ; n += 1) {
    const commits = ['a', 'b', 'c'].map((each) => commit(`${each}-${n}`, `s-${each}`, 's-all'));
    const record = recordOf(head, commits);
    self.postMessage(n);
    await log.append(record, 'relaxed');
    head = headAfter(record);
  }
};
