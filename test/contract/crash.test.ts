import { expect, it } from 'vitest';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { mortalLog } from './mortal-log.ts';
import { tab } from './tab.ts';

const deeds: readonly (readonly [id: string, type: string, payload: unknown])[] = [
  ['a', 'AddMarbles', { jar: 'red', count: 3 }],
  ['b', 'MoveMarbles', { from: 'red', to: 'blue', count: 2 }],
  ['c', 'MoveMarbles', { from: 'red', to: 'blue', count: 2 }],
  ['d', 'AddMarbles', { jar: 'blue', count: 1 }],
];

/** What it comes to when nobody dies: two commits and a refusal, and another commit. */
const WHOLE = ['a/0', 'b/0', 'b/1', 'd/0'];

it.each(['before', 'after'] as const)(
  'sent again with the same ids, everything is there once, wherever the tab died %s a call to the log',
  async (when) => {
    let nth = 0;
    for (let died = true; died;) {
      nth += 1;
      const log = createMemoryLog();
      const mortal = mortalLog(log, nth, when);
      const living = (async () => {
        const { send } = await tab(mortal.log);
        for (const deed of deeds) await send(...deed);
        return 'alive' as const;
      })();
      died = (await Promise.race([living, mortal.dead])) !== 'alive';

      const { send, feed } = await tab(log);
      const receipts = [];
      for (const deed of deeds) receipts.push(await send(...deed));
      const at = `died ${when} call ${String(nth)}`;
      expect(
        (await feed.read(0, 100)).map(({ id }) => id),
        at,
      ).toEqual(WHOLE);
      expect(
        receipts.map((receipt) => (receipt.status === 'duplicate' ? receipt.original : receipt).status),
        at,
      ).toEqual(['committed', 'committed', 'rejected', 'committed']);
    }
    // Loads, appends and what a refusal takes: fewer calls would not be all.
    expect(nth).toBeGreaterThan(8);
  },
);
