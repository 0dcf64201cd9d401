import type { EventLog, FoundCommit, KeptOutcome, LogRecord, Snapshot } from '../ports.ts';
import { commitIn, EMPTY_HEAD, headAfter } from './records.ts';

/** The event log in memory: branches, simulations and fast tests run on it. Same contract as the one on disk. */
export const createMemoryLog = (): EventLog => {
  const records: LogRecord[] = [];
  const byCommand = new Map<string, LogRecord>();
  const outcomes = new Map<string, KeptOutcome>();
  const snapshots = new Map<string, Snapshot>();

  const find = (id: string): FoundCommit | undefined => {
    const record = byCommand.get(id);
    return record && commitIn(record, id);
  };

  return {
    append: (record) => {
      const taken = (records.at(-1)?.next ?? 1) > record.position;
      const begun = records.some(({ begins }) => begins.some((stream) => record.begins.includes(stream)));
      if (taken || begun || record.commandIds.some((id) => byCommand.has(id)))
        return Promise.resolve('collided');
      const kept = structuredClone(record);
      records.push(kept);
      for (const id of kept.commandIds) byCommand.set(id, kept);
      return Promise.resolve('written');
    },
    sync: () => Promise.resolve(),
    head: () => {
      const last = records.at(-1);
      return Promise.resolve(last ? headAfter(last) : EMPTY_HEAD);
    },
    records: (after, limit, until = Infinity) =>
      Promise.resolve(
        until <= after
          ? []
          : records.filter(({ position, next }) => next > after + 1 && position <= until).slice(0, limit),
      ),
    streams: (names, after) => {
      const found = (name: string) => {
        const begin = after?.get(name) ?? 0;
        return records.filter((record) => record.streams.includes(name) && record.position > begin);
      };
      return Promise.resolve(new Map(names.map((name) => [name, found(name)])));
    },
    snapshots: (streams = [...snapshots.keys()]) =>
      Promise.resolve(
        new Map(
          streams.flatMap((stream) => {
            const kept = snapshots.get(stream);
            return kept ? [[stream, kept] as const] : [];
          }),
        ),
      ),
    keepSnapshot: (snapshot) => {
      snapshots.set(snapshot.stream, structuredClone(snapshot));
      return Promise.resolve();
    },
    commits: (ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const found = find(id);
            return found ? [[id, found] as const] : [];
          }),
        ),
      ),
    keepOutcomes: (kept) => {
      for (const outcome of kept) outcomes.set(outcome.commandId, structuredClone(outcome));
      return Promise.resolve();
    },
    outcome: (id) => Promise.resolve(outcomes.get(id)),
    refusals: (limit) =>
      Promise.resolve(
        [...outcomes.values()]
          .filter((kept) => kept.outcome.status === 'rejected')
          .reverse()
          .slice(0, limit),
      ),
    close: () => undefined,
  };
};
