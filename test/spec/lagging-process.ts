import type { Aggregate, Effect, EventEnvelope, Process, Receipt } from '../../src/kernel/index.ts';
import type { MemoryBook } from './memory-book.ts';

/**
 * A process manager that runs behind its book as far as a test lets it: it reads events one at a time, notes what is to be
 * done, and sends that one at a time, in order, as the engine's runner may after any pause or crash.
 */
export class LaggingProcess {
  readonly refusals: Receipt[] = [];
  readonly #process: Process;
  readonly #book: MemoryBook;
  readonly #states = new Map<string, unknown>();
  readonly #outbox: Effect[] = [];
  #read = 0;
  #sent = 0;

  constructor(process: Process, book: MemoryBook) {
    this.#process = process;
    this.#book = book;
  }

  /** Reads the next event; false when there is none. */
  read(): boolean {
    const event = this.#book.events[this.#read];
    if (!event) return false;
    this.#read += 1;
    const instance = this.#process.handles.has(event.type) ? this.#process.instance(event) : undefined;
    if (instance === undefined) return true;
    const { state, effects } = this.#process.step(this.#states.get(instance) ?? this.#process.initial, event);
    this.#states.set(instance, state);
    this.#outbox.push(...effects);
    return true;
  }

  /** Sends the oldest command that is not sent yet; false when there is none. */
  async send(): Promise<boolean> {
    const effect = this.#outbox[this.#sent];
    if (!effect) return false;
    this.#sent += 1;
    const commandId = `${this.#process.name}/${String(this.#sent)}`;
    const receipts = await this.#book.dispatch([{ ...effect, commandId }]);
    this.refusals.push(...receipts.filter(({ status }) => status !== 'committed'));
    return true;
  }

  /** Lets it go on until it has read and sent everything. */
  async catchUp(): Promise<void> {
    while (this.read() || (await this.send()));
  }
}

/** A stream of the book, folded. */
export const folded = <State>(book: MemoryBook, aggregate: Aggregate<State>, id: string): State =>
  book.events
    .filter(({ stream }) => stream === aggregate.stream(id))
    .reduce((state, event: EventEnvelope) => aggregate.evolve(state, event), aggregate.initial);
