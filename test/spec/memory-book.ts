import {
  byName,
  canonicalJson,
  type Actor,
  type CommandType,
  type EventEnvelope,
  type Outcome,
  type PlannedCommand,
  type Process,
  type Read,
  type Receipt,
} from '../../src/kernel/index.ts';
import { derivedCommand } from '../../src/engine/processes/derived-command.ts';

interface Trade {
  readonly commands: readonly CommandType[];
  readonly processes?: readonly Process[];
  permits(actor: Actor, permission: string): boolean;
}

interface Folded {
  readonly version: number;
  readonly state: unknown;
}

const SYSTEM: Actor = { id: 'job', role: 'system' };

/**
 * A whole book in memory: the pipeline's promises (parse, authorize, deduplicate, decide, react) in their plainest form,
 * for specs of what needs many commands. What is decided or kept must be canonical, as in the log.
 */
export class MemoryBook {
  readonly events: EventEnvelope[] = [];
  readonly #trade: Trade;
  readonly #commands: ReadonlyMap<string, CommandType>;
  readonly #streams = new Map<string, Folded>();
  readonly #outcomes = new Map<string, { outcome: Outcome; command: string }>();
  readonly #instances = new Map<string, unknown>();
  #reactedTo = 0;

  constructor(trade: Trade) {
    this.#trade = trade;
    this.#commands = byName(trade.commands, ({ type }) => type);
  }

  /** A copy that goes its own way: what a rehearsal decides on. */
  branch(): MemoryBook {
    const branch = new MemoryBook({ ...this.#trade, processes: [] });
    branch.events.push(...this.events);
    for (const [stream, folded] of this.#streams) branch.#streams.set(stream, folded);
    for (const [id, kept] of this.#outcomes) branch.#outcomes.set(id, kept);
    return branch;
  }

  /** Sends commands in order, each with its receipt; then the processes react until nothing is left to do. */
  async dispatch(commands: readonly PlannedCommand[], actor = SYSTEM): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const command of commands) receipts.push(await this.#handle(command, actor));
    await this.#react();
    return receipts;
  }

  ofType(type: string): EventEnvelope[] {
    return this.events.filter((event) => event.type === type);
  }

  async #handle(command: PlannedCommand & { readonly causationId?: string }, actor: Actor): Promise<Receipt> {
    const { commandId, type } = command;
    const definition = this.#commands.get(type);
    const refuse = (code: string, message = code, values = {}): Receipt =>
      this.#keep(command, { status: 'rejected', commandId, rejection: { code, message, values } });
    if (!definition) return refuse('unknown-command');
    const payload = definition.payload.safeParse(command.payload);
    if (!payload.success) {
      const issues = payload.error.issues.map(({ path, code }) => ({
        path: path.map(String).join('.'),
        code,
      }));
      return refuse('invalid-payload', 'Not right.', { type, issues });
    }
    if (!this.#trade.permits(actor, definition.permission)) return refuse('not-permitted');
    // A refusal binds no id, as in the pipeline.
    const kept = this.#outcomes.get(commandId);
    const before = kept?.outcome.status === 'committed' ? kept : undefined;
    if (before?.command === canonicalJson({ type, payload: payload.data }))
      return { status: 'duplicate', commandId, original: before.outcome };
    if (before)
      return {
        status: 'rejected',
        commandId,
        rejection: { code: 'command-id-reused', message: '', values: {} },
      };
    const occurredAt = command.occurredAt ?? '2026-11-20T10:00:00.000Z';
    const context = { commandId, actor: actor.id, recordedAt: '2026-11-20T10:00:00.000Z', occurredAt };
    const decision = definition.decide(
      payload.data,
      await definition.load(payload.data, this.#read),
      context,
    );
    if (!decision.ok) return refuse(decision.error.code, decision.error.message, decision.error.values);
    const streams: Record<string, number> = {};
    let decided = 0;
    for (const { aggregate, id, events } of decision.value)
      for (const event of events) {
        const stream = aggregate.stream(id);
        const { version, state } = this.#streams.get(stream) ?? { version: 0, state: aggregate.initial };
        const data: unknown = JSON.parse(canonicalJson(event.data));
        const meta = {
          ...context,
          occurredAt: event.occurredAt ?? occurredAt,
          correlationId: command.correlationId ?? commandId,
          causationId: command.causationId ?? commandId,
        };
        const envelope: EventEnvelope = {
          id: `${commandId}/${String(decided)}`,
          stream,
          version: version + 1,
          position: this.events.length + 1,
          type: event.type,
          schemaVersion: 1,
          data,
          meta,
        };
        this.#streams.set(stream, { version: version + 1, state: aggregate.evolve(state, envelope) });
        this.events.push(envelope);
        decided += 1;
        streams[stream] = version + 1;
      }
    return this.#keep(command, { status: 'committed', commandId, position: this.events.length, streams });
  }

  #keep(command: PlannedCommand, outcome: Outcome): Outcome {
    const { type } = command;
    const payload = this.#commands.get(type)?.payload.safeParse(command.payload);
    const kept = canonicalJson({ type, payload: payload?.success === true ? payload.data : command.payload });
    if (this.#outcomes.get(command.commandId)?.outcome.status !== 'committed')
      this.#outcomes.set(command.commandId, { outcome, command: kept });
    return outcome;
  }

  readonly #read: Read = (aggregate, id) => {
    const folded = this.#streams.get(aggregate.stream(id));
    const state = (folded?.state ?? aggregate.initial) as typeof aggregate.initial;
    return Promise.resolve({ id, version: folded?.version ?? 0, state });
  };

  async #react(): Promise<void> {
    for (; this.#reactedTo < this.events.length; this.#reactedTo += 1) {
      const event = this.events[this.#reactedTo];
      if (!event) return;
      for (const process of this.#trade.processes ?? []) {
        const instance = process.handles.has(event.type) ? process.instance(event) : undefined;
        if (instance === undefined) continue;
        const key = `${process.name}/${instance}`;
        const { state, effects } = process.step(this.#instances.get(key) ?? process.initial, event);
        this.#instances.set(key, state);
        for (const [n, effect] of effects.entries()) {
          const command = derivedCommand(process.name, instance, event, effect, n);
          await this.#handle(command, command.actor);
        }
      }
    }
  }
}
