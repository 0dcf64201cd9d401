import { describe, expect, it } from 'vitest';
import { EMPTY_HEAD, headAfter, recordOf, type LooseCommit } from '../../src/engine/log/records.ts';
import type { EventLog, Head, LogRecord } from '../../src/engine/ports.ts';
import { beginning, commit } from './commit.ts';

/** Writes records of one commit each behind one another, and gives them back. */
export const fill = async (log: EventLog, commits: readonly LooseCommit[], from: Head = EMPTY_HEAD) => {
  const records: LogRecord[] = [];
  let head = from;
  for (const loose of commits) {
    const record = recordOf(head, [loose]);
    expect(await log.append(record, 'relaxed')).toBe('written');
    records.push(record);
    head = headAfter(record);
  }
  return records;
};

/** What every event log keeps to, on disk or in memory. `open` gives a new and empty one. */
export const eventLogContract = (name: string, open: () => Promise<EventLog>) => {
  describe(`the event log ${name}`, () => {
    it('is empty at first', async () => {
      const log = await open();
      expect(await log.head()).toEqual(EMPTY_HEAD);
      expect(await log.records(0, 10)).toEqual([]);
    });

    it('gives back what was written, in order, and knows its head', async () => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1', 's-2'), commit('b', 's-1'), commit('c', 's-3')]);
      expect(await log.records(0, 10)).toEqual(records);
      expect(await log.head()).toEqual({ position: 4, hash: records[2]?.hash });
    });

    it.each([
      [0, [0, 1, 2]],
      [1, [0, 1, 2]],
      [2, [1, 2]],
      [3, [2]],
      [4, []],
      [99, []],
    ])('reads on from the record that holds the position after %i', async (after, expected) => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1', 's-2'), commit('b', 's-1'), commit('c', 's-3')]);
      expect(await log.records(after, 10)).toEqual(expected.map((n) => records[n]));
    });

    it('reads no more records than it was asked for', async () => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1', 's-2'), commit('b', 's-1'), commit('c', 's-3')]);
      expect(await log.records(1, 2)).toEqual(records.slice(0, 2));
    });

    it.each([
      [0, 1, [0]],
      [1, 3, [0, 1]],
      [2, 3, [1]],
      [0, 0, []],
      [3, 3, []],
      [2, 99, [1, 2]],
    ])('reads on after %i no record that begins after %i', async (after, until, expected) => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1', 's-2'), commit('b', 's-1'), commit('c', 's-3')]);
      expect(await log.records(after, 10, until)).toEqual(expected.map((n) => records[n]));
    });

    it('collides for a writer that does not know the newest record, and keeps nothing of it', async () => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1')]);
      await fill(log, [commit('b', 's-1'), commit('c', 's-1')], headAfter(records[0] as LogRecord));
      const stale = recordOf(headAfter(records[0] as LogRecord), [commit('d', 's-1', 's-9')]);
      expect(await log.append(stale, 'strict')).toBe('collided');
      expect((await log.commits(['d'])).size).toBe(0);
      expect((await log.streams(['s-9'])).get('s-9')).toEqual([]);
      expect((await log.head()).position).toBe(3);
    });

    it('collides when one command id of the batch was used before, and keeps nothing of the batch', async () => {
      const log = await open();
      const [first] = await fill(log, [commit('a', 's-1')]);
      const batch = recordOf(headAfter(first as LogRecord), [commit('b', 's-2'), commit('a', 's-3')]);
      expect(await log.append(batch, 'strict')).toBe('collided');
      expect((await log.commits(['b'])).size).toBe(0);
      expect(await log.head()).toEqual(headAfter(first as LogRecord));
    });

    it('collides when a stream that begins in the batch has begun before, and keeps nothing of the batch', async () => {
      const log = await open();
      const [first] = await fill(log, [beginning('a', 's-1')]);
      const batch = recordOf(headAfter(first as LogRecord), [
        commit('b', 's-1'),
        beginning('c', 's-2', 's-1'),
      ]);
      expect(await log.append(batch, 'strict')).toBe('collided');
      expect((await log.commits(['b', 'c'])).size).toBe(0);
      expect((await log.streams(['s-2'])).get('s-2')).toEqual([]);
      await fill(log, [commit('b', 's-1'), beginning('c', 's-2')], headAfter(first as LogRecord));
      expect((await log.head()).position).toBe(3);
    });

    it('lets exactly one of many writers with the same head through', async () => {
      const log = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          log.append(recordOf(EMPTY_HEAD, [commit(`w-${String(n)}`, 's-1')]), 'relaxed'),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
      expect((await log.head()).position).toBe(1);
    });

    it('finds the records of each stream', async () => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1', 's-2'), commit('b', 's-1'), commit('c', 's-3')]);
      const found = await log.streams(['s-1', 's-3', 's-0']);
      expect(found.get('s-1')).toEqual([records[0], records[1]]);
      expect(found.get('s-3')).toEqual([records[2]]);
      expect(found.get('s-0')).toEqual([]);
    });

    it('finds the records of a stream after a position', async () => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1'), commit('b', 's-1', 's-2'), commit('c', 's-1')]);
      const found = async (after: number) =>
        (await log.streams(['s-1'], new Map([['s-1', after]]))).get('s-1');
      expect(await found(0)).toEqual(records);
      expect(await found(1)).toEqual(records.slice(1));
      expect(await found(3)).toEqual(records.slice(2));
      expect(await found(4)).toEqual([]);
    });

    it('keeps the newest snapshot of a stream', async () => {
      const log = await open();
      const snapshot = { stream: 's-1', shape: 'today', version: 2, position: 3, state: { n: [2] } };
      await log.keepSnapshot({ ...snapshot, version: 1 });
      await log.keepSnapshot(snapshot);
      expect(await log.snapshots(['s-1', 's-2'])).toEqual(new Map([['s-1', snapshot]]));
      expect(await log.snapshots()).toEqual(new Map([['s-1', snapshot]]));
    });

    it('finds a commit within its batch by its command id', async () => {
      const log = await open();
      const record = recordOf(EMPTY_HEAD, [commit('a', 's-1', 's-2'), commit('b', 's-1')]);
      await log.append(record, 'strict');
      const found = await log.commits(['b', 'nobody']);
      expect(found.get('b')).toEqual({ commit: record.commits[1], position: 3 });
      expect(found.has('nobody')).toBe(false);
    });

    it('chains each commit to the one before, within a batch and across batches', async () => {
      const log = await open();
      const first = recordOf(EMPTY_HEAD, [commit('a', 's-1'), commit('b', 's-1')]);
      await log.append(first, 'relaxed');
      await log.append(recordOf(headAfter(first), [commit('c', 's-1')]), 'relaxed');
      const previous = (await log.records(0, 9)).flatMap(({ commits }) =>
        commits.map((each) => each.previous),
      );
      expect(previous[0]).toBe(EMPTY_HEAD.hash);
      expect(previous[2]).toBe(first.hash);
      expect(new Set(previous).size).toBe(3);
    });

    it('keeps outcomes without events, and lists refusals newest first', async () => {
      const log = await open();
      const refusal = (commandId: string, second: number, code = 'no') => ({
        commandId,
        outcome: {
          status: 'rejected' as const,
          commandId,
          rejection: { code, message: 'No.', values: {} },
        },
        command: { type: 'Toy', payload: {} },
        actor: 'owner',
        recordedAt: `2026-01-01T00:00:0${String(second)}.000Z`,
      });
      const unchanged = {
        ...refusal('u', 3),
        outcome: { status: 'committed' as const, commandId: 'u', position: 0, streams: {} },
      };
      await log.keepOutcomes([
        refusal('r3', 1, 'zero'),
        refusal('r1', 2),
        unchanged,
        refusal('r2', 4, 'all'),
      ]);
      expect(await log.outcome('u')).toEqual(unchanged);
      expect(await log.outcome('nobody')).toBeUndefined();
      const refused = async (limit: number) => (await log.refusals(limit)).map(({ commandId }) => commandId);
      expect(await refused(10)).toEqual(['r2', 'r1', 'r3']);
      expect(await refused(1)).toEqual(['r2']);
    });

    it('makes relaxed writes safe on demand', async () => {
      const log = await open();
      const records = await fill(log, [commit('a', 's-1')]);
      await log.sync();
      expect(await log.records(0, 1)).toEqual(records);
    });
  });
};
