import { upcast, type AnyEventType, type EventEnvelope, type Process } from '../../kernel/index.ts';
import type { EventLog, FoundCommit, StoredCommit } from '../ports.ts';
import { derivedCommand } from '../processes/derived-command.ts';
import { entryOf, eventsIn, foundIn, isKnown, type Found } from './entry.ts';
import type { CausedCommand, Causes } from './shapes.ts';

/** More than that nobody reads in one drawing. */
const COMMANDS = 60;
/** Reactions to one event that are looked for. */
const REACTIONS = 64;
const DEEPEST = 32;
/** The id of a reaction depends on its cause alone. */
const ANY = { type: '', payload: undefined };

export interface CausesPorts {
  readonly log: EventLog;
  readonly types: ReadonlyMap<string, AnyEventType>;
  readonly processes: readonly Process[];
}

/** As a process sees it, without what is sealed: to which instance an event belongs is never personal. */
const asSeen = (types: CausesPorts['types'], found: Found): EventEnvelope | undefined => {
  const type = types.get(found.event.type);
  if (!type || !isKnown(types, found.event)) return undefined;
  const { commit, event, position } = found;
  const { commandId, correlationId, causationId, actor, recordedAt, occurredAt } = commit;
  return {
    id: `${commandId}/${String(found.n)}`,
    ...{ stream: event.stream, version: event.version, position, type: event.type },
    schemaVersion: event.schemaVersion,
    data: upcast(type, event.schemaVersion, event.data),
    meta: { commandId, correlationId, causationId, actor, recordedAt, occurredAt },
  };
};

const committed = (
  types: CausesPorts['types'],
  { commit, position }: FoundCommit,
  cause?: number,
): CausedCommand => ({
  commandId: commit.commandId,
  type: commit.command.type,
  actor: commit.actor,
  at: commit.recordedAt,
  ...(cause !== undefined && { cause }),
  entries: foundIn(commit, position).map((found) => entryOf(types, found)),
});

/** A command by its id, whether it wrote something or not. */
const commandOf = async (
  { log, types }: CausesPorts,
  commandId: string,
  cause: number,
): Promise<CausedCommand | undefined> => {
  const found = (await log.commits([commandId])).get(commandId);
  if (found) return committed(types, found, cause);
  const kept = await log.outcome(commandId);
  return (
    kept && {
      ...{ commandId, type: kept.command.type, actor: kept.actor, at: kept.recordedAt, cause, entries: [] },
      ...(kept.outcome.status === 'rejected' && { refused: kept.outcome.rejection.code }),
    }
  );
};

/** What processes did about an event. Their commands' ids are derived from it, so that each is found by its id. */
const reactionsTo = async (ports: CausesPorts, found: Found): Promise<readonly CausedCommand[]> => {
  const event = asSeen(ports.types, found);
  if (!event) return [];
  const reactions: CausedCommand[] = [];
  for (const process of ports.processes) {
    const instance = process.handles.has(event.type) ? process.instance(event) : undefined;
    if (instance === undefined) continue;
    for (let n = 0; n < REACTIONS; n += 1) {
      const { commandId } = derivedCommand(process.name, instance, event, ANY, n);
      const command = await commandOf(ports, commandId, event.position);
      if (!command) break;
      reactions.push(command);
    }
  }
  return reactions;
};

/** What timers did that an event has set: it was done to the same thing, and names the event as its cause. */
const latersOf = async (
  { log, types, processes }: CausesPorts,
  found: Found,
): Promise<readonly CausedCommand[]> => {
  const { commit, event, n, position } = found;
  if (!processes.some(({ timers, handles }) => timers && handles.has(event.type))) return [];
  const after = new Map([[event.stream, position]]);
  const records = (await log.streams([event.stream], after)).get(event.stream) ?? [];
  const id = `${commit.commandId}/${String(n)}`;
  const caused = new Map<StoredCommit, number>();
  for (const one of records.flatMap(eventsIn))
    if (one.commit.causationId === id && !caused.has(one.commit))
      caused.set(one.commit, one.position - one.n);
  return [...caused].map(([of, at]) => committed(types, { commit: of, position: at }, position));
};

/** The commit at the beginning of all that this one belongs to. */
const beginningOf = async (log: EventLog, from: FoundCommit): Promise<FoundCommit> => {
  let found = from;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const { commandId, causationId } = found.commit;
    const id = causationId.slice(0, causationId.lastIndexOf('/'));
    const before = causationId === commandId ? undefined : (await log.commits([id])).get(id);
    if (!before) return found;
    found = before;
  }
  return found;
};

/** What an event comes from and all that came of it, from the command that a person gave on. */
export const causesOf = async (ports: CausesPorts, position: number): Promise<Causes | undefined> => {
  const { log, types } = ports;
  const [record] = await log.records(position - 1, 1, position);
  const at = record && eventsIn(record).find((one) => one.position === position);
  if (!at) return undefined;
  const first = await beginningOf(log, { commit: at.commit, position: at.position - at.n });
  const commands = [committed(types, first)];
  const known = new Set([first.commit.commandId]);
  const waiting: Found[] = [...foundIn(first.commit, first.position)];
  for (let next = waiting.shift(); next && commands.length < COMMANDS; next = waiting.shift()) {
    const caused = [...(await reactionsTo(ports, next)), ...(await latersOf(ports, next))];
    for (const command of caused) {
      if (known.has(command.commandId)) continue;
      known.add(command.commandId);
      commands.push(command);
      const found = (await log.commits([command.commandId])).get(command.commandId);
      if (found) waiting.push(...foundIn(found.commit, found.position));
    }
  }
  return { correlationId: first.commit.correlationId, commands, more: waiting.length > 0 };
};
