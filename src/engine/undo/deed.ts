import type { EventEnvelope } from '../../kernel/index.ts';
import type { Hydrate } from '../log/envelopes.ts';
import { commitIn } from '../log/records.ts';
import type { EventLog, FoundCommit, LogRecord } from '../ports.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** A command that was carried out, named by its id or by any of its events. */
export type DeedName = { readonly commandId: string } | { readonly position: number };

export interface DeedPorts {
  readonly log: Pick<EventLog, 'commits' | 'records' | 'streams'>;
  readonly hydrate: Hydrate;
  readonly sealing: Pick<Sealing, 'payloadOf'>;
}

/** A command that was carried out, and all that came after it in the streams that it wrote to. */
export interface Deed {
  readonly commandId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly correlationId: string;
  readonly events: readonly EventEnvelope[];
  readonly since: readonly EventEnvelope[];
  /** Of each of these streams, now. */
  readonly versions: Readonly<Record<string, number>>;
}

const commitAt = (record: LogRecord, at: number): FoundCommit | undefined => {
  let { position } = record;
  for (const commit of record.commits) {
    if (at < position + commit.events.length) return { commit, position };
    position += commit.events.length;
  }
  return undefined;
};

const found = async (name: DeedName, { log }: DeedPorts) => {
  const position =
    'position' in name ? name.position : (await log.commits([name.commandId])).get(name.commandId)?.position;
  if (position === undefined) return undefined;
  const [record] = await log.records(position - 1, 1);
  const commit =
    record && ('position' in name ? commitAt(record, position) : commitIn(record, name.commandId));
  return commit && { ...commit, record };
};

/** What processes did because of it, as opposed to what somebody did with it since. */
const isOwnConsequence =
  (correlationId: string) =>
  ({ meta }: EventEnvelope): boolean =>
    meta.correlationId === correlationId && meta.actor.startsWith('process:');

/** Undefined when nothing in the log goes by that name. @throws StoreFailure */
export const findDeed = async (name: DeedName, ports: DeedPorts): Promise<Deed | undefined> => {
  const at = await found(name, ports);
  if (!at) return undefined;
  const { commit, position, record } = at;
  const { commandId, command, correlationId } = commit;
  const last = position + commit.events.length - 1;
  const streams = [...new Set(commit.events.map(({ stream }) => stream))];
  // The record that holds it may hold later commits as well.
  const after = new Map(streams.map((stream) => [stream, record.position - 1]));
  const records = await ports.log.streams(streams, after);
  const held = [...new Map([...records.values()].flat().map((one) => [one.position, one])).values()];
  const all = (await Promise.all(held.map((one) => ports.hydrate(one)))).flat();
  const later = all
    .filter((event) => event.position > last && streams.includes(event.stream))
    .sort((one, other) => one.position - other.position);
  const events = all.filter((event) => event.position >= position && event.position <= last);
  const isOwn = isOwnConsequence(correlationId);
  return {
    ...{ commandId, type: command.type, correlationId, events },
    payload: await ports.sealing.payloadOf(commandId, command),
    since: later.filter((event) => !isOwn(event)),
    versions: Object.fromEntries([...events, ...later].map(({ stream, version }) => [stream, version])),
  };
};

const AT_ONCE = 256;

/** Ids of the commands of one correlation that a person gave, in the log's order. A pass over the log. @throws StoreFailure */
export const commandsOf = async (correlationId: string, { log }: DeedPorts): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let after = 0; ;) {
    const records = await log.records(after, AT_ONCE);
    const last = records.at(-1);
    if (!last) return ids;
    for (const { commits } of records)
      for (const commit of commits)
        if (commit.correlationId === correlationId && !commit.actor.startsWith('process:'))
          ids.push(commit.commandId);
    after = last.next - 1;
  }
};
