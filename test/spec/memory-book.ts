import type {
  Actor,
  CommandType,
  EventEnvelope,
  PlannedCommand,
  Process,
  Receipt,
} from '../../src/kernel/index.ts';
import { aggregates, forgetting } from '../../src/domain/index.ts';
import type { DerivedCommand } from '../../src/engine/feed.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { Branch } from '../../src/engine/pipeline/4-load.ts';
import type { EventLog } from '../../src/engine/ports.ts';
import { tab } from '../contract/tab.ts';
import { Reactions } from './reactions.ts';

interface Trade {
  readonly commands: readonly CommandType[];
  readonly processes?: readonly Process[];
  permits(actor: Actor, permission: string): boolean;
}

const SYSTEM: Actor = { id: 'job', role: 'system' };
const AT_ONCE = 1_000;

/**
 * A whole book in memory, for specs of what needs many commands: the engine's own way of a command over a log in memory,
 * with processes that react at once and a clock that goes only when it is told to.
 */
export class MemoryBook {
  readonly events: EventEnvelope[] = [];
  readonly #tab: ReturnType<typeof tab>;
  readonly #reactions: Reactions;
  #now = '2026-11-20T10:00:00.000Z';
  #reactedTo = 0;

  /** `log`: one that others may have written to before. */
  constructor({ processes = [], ...trade }: Trade, log: EventLog = createMemoryLog()) {
    const nothing = { projections: [], queries: [], jobs: [], processes: [] };
    this.#tab = tab(log, { ...trade, ...nothing, aggregates, forgetting }, { now: () => this.#now });
    this.#reactions = new Reactions(processes);
  }

  /** Where commands are rehearsed: each on top of those before it, and nothing of it in the book. */
  branch(): { dispatch(commands: readonly PlannedCommand[]): Promise<Receipt[]> } {
    let branch: Branch | undefined;
    return {
      dispatch: async (commands) => {
        const { pipeline, streams } = await this.#tab;
        branch ??= new Branch(streams);
        const receipts: Receipt[] = [];
        for (const command of commands)
          receipts.push((await pipeline.rehearse(command, SYSTEM, branch)).receipt);
        return receipts;
      },
    };
  }

  /** Sends commands in order, each with its receipt; then the processes react until nothing is left to do. */
  async dispatch(commands: readonly PlannedCommand[], actor = SYSTEM): Promise<Receipt[]> {
    const receipts = await this.#send(commands.map((command) => ({ ...command, actor })));
    await this.drain();
    return receipts;
  }

  /** Lets the clock go on to this instant (ISO) and the timers fire that are due by then. How many commands that made. */
  async until(now: string): Promise<number> {
    this.#now = now;
    const due = this.#reactions.at(now);
    await this.#send(due);
    return due.length + (await this.drain());
  }

  /** Lets the processes react until nothing is left to do. How many commands they sent. */
  async drain(): Promise<number> {
    let sent = 0;
    await this.#read();
    for (let event = this.events[this.#reactedTo]; event; event = this.events[this.#reactedTo]) {
      this.#reactedTo += 1;
      const commands = this.#reactions.to(event);
      await this.#send(commands);
      sent += commands.length;
    }
    return sent;
  }

  ofType(type: string): EventEnvelope[] {
    return this.events.filter((event) => event.type === type);
  }

  async #send(commands: readonly DerivedCommand[]): Promise<Receipt[]> {
    const { pipeline } = await this.#tab;
    const receipts = await Promise.all(
      commands.map((command) => pipeline.dispatch(command, command.actor, 'relaxed')),
    );
    // The engine refuses what its own rules stumble over; here that is a defect found.
    for (const receipt of receipts)
      if (receipt.status === 'rejected' && receipt.rejection.code === 'internal-error')
        throw new Error(`${receipt.commandId}: ${JSON.stringify(receipt.rejection.values)}`);
    if (commands.length > 0) await this.#read();
    return receipts;
  }

  async #read(): Promise<void> {
    const { feed } = await this.#tab;
    while (this.events.length < feed.head())
      this.events.push(...(await feed.read(this.events.length, AT_ONCE)));
  }
}
