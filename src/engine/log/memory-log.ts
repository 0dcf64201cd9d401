import type { EventLog, FoundCommit, KeptOutcome, LogRecord } from '../ports.ts';
import { commitIn, EMPTY_HEAD, headAfter } from './records.ts';

/** The event log in memory: branches, simulations and fast tests run on it. Same contract as the one on disk. */
export const createMemoryLog = (): EventLog => {
  const records: LogRecord[] = [];
  const byCommand = new Map<string, LogRecord>();
  const outcomes = new Map<string, KeptOutcome>();

  const find = (id: string): FoundCommit | undefined => {
    const record = byCommand.get(id);
    return record && commitIn(record, id);
  };

  return {
    append: (record) => {
      const taken = (records.at(-1)?.next ?? 1) > record.position;
      if (taken || record.commandIds.some((id) => byCommand.has(id))) return Promise.resolve('collided');
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
    records: (after, limit) =>
      Promise.resolve(records.filter((record) => record.next > after + 1).slice(0, limit)),
    streams: (names) =>
      Promise.resolve(
        new Map(names.map((name) => [name, records.filter((record) => record.streams.includes(name))])),
      ),
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
