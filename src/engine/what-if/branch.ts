import type { Actor, Application, EventEnvelope, Receipt } from '../../kernel/index.ts';
import type { Hydrate } from '../log/envelopes.ts';
import { headAfter, recordOf } from '../log/records.ts';
import { Branch, type Streams } from '../pipeline/4-load.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Dispatched, Head } from '../ports.ts';
import { derivedCommand } from '../processes/derived-command.ts';

export interface BranchPorts {
  readonly application: Pick<Application, 'processes'>;
  readonly pipeline: Pick<Pipeline, 'rehearse'>;
  readonly streams: Streams;
  readonly hydrate: Hydrate;
  /** What a process knows of one instance; undefined: nothing yet. */
  instance(process: string, id: string): Promise<unknown>;
}

/** What commands would do: how each would end, and all that would then be written, also by processes. */
export interface Branched {
  readonly outcomes: readonly Receipt[];
  readonly events: readonly EventEnvelope[];
}

/** Processes that set one another off without an end would go on for ever. */
const MOST_EVENTS = 50_000;

export class EndlessBranchError extends Error {
  override readonly name = 'EndlessBranchError';
}

/**
 * Decides commands on a log that goes on in memory behind the head: streams are folded from the real one, what is decided
 * is seen by what comes after it, and processes react as they would. No timer fires, and nothing is written.
 * @throws StoreFailure, EndlessBranchError
 */
export const branchOff = async (
  commands: readonly Dispatched[],
  actor: Actor,
  from: Head,
  ports: BranchPorts,
): Promise<Branched> => {
  const branch = new Branch(ports.streams);
  const events: EventEnvelope[] = [];
  const states = new Map<string, unknown>();
  let head = from;

  const give = async (command: Dispatched, by: Actor): Promise<Receipt> => {
    const { receipt, loose } = await ports.pipeline.rehearse(command, by, branch);
    if (!loose) return receipt;
    const record = recordOf(head, [loose]);
    head = headAfter(record);
    events.push(...(await ports.hydrate(record)));
    return receipt;
  };

  const react = async (event: EventEnvelope): Promise<void> => {
    for (const process of ports.application.processes) {
      const id = process.handles.has(event.type) ? process.instance(event) : undefined;
      if (id === undefined) continue;
      const key = `${process.name}/${id}`;
      if (!states.has(key)) states.set(key, (await ports.instance(process.name, id)) ?? process.initial);
      const { state, effects } = process.step(states.get(key), event);
      states.set(key, state);
      for (const [n, effect] of effects.entries()) {
        const command = derivedCommand(process.name, id, event, effect, n);
        await give(command, command.actor);
      }
    }
  };

  const outcomes: Receipt[] = [];
  let reactedTo = 0;
  for (const command of commands) {
    outcomes.push(await give(command, actor));
    for (; reactedTo < events.length; reactedTo += 1) {
      const event = events[reactedTo];
      if (event) await react(event);
      if (reactedTo > MOST_EVENTS) throw new EndlessBranchError('This sets off more than can be tried.');
    }
  }
  return { outcomes, events };
};
