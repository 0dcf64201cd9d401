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
  readonly #outbox: { readonly commandId: string; readonly effect: Effect }[] = [];
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
    effects.forEach((effect, n) => {
      this.#outbox.push({ commandId: `${this.#process.name}/${event.id}/${String(n)}`, effect });
    });
    return true;
  }

  /** Sends the oldest command that is not sent yet; false when there is none. */
  async send(): Promise<boolean> {
    const next = this.#outbox[this.#sent];
    if (!next) return false;
    this.#sent += 1;
    const receipts = await this.#book.dispatch([{ ...next.effect, commandId: next.commandId }]);
    this.refusals.push(...receipts.filter(({ status }) => status === 'rejected'));
    return true;
  }

  /** It was cut off after it had sent something and before it noted that: it will be sent again. */
  die(): void {
    this.#sent = Math.max(0, this.#sent - 1);
  }

  /** Its own records are gone: it reads the log from the first event, and sends everything again. */
  lose(): void {
    this.#states.clear();
    this.#outbox.length = 0;
    this.#read = 0;
    this.#sent = 0;
  }

  /** Lets it go on until it has read and sent everything. */
  async catchUp(): Promise<void> {
    while (this.read() || (await this.send()));
  }
}

/** A stream of the book, folded. */
export const folded = <State>(
  book: Pick<MemoryBook, 'events'>,
  aggregate: Aggregate<State>,
  id: string,
): State =>
  book.events
    .filter(({ stream }) => stream === aggregate.stream(id))
    .reduce((state, event: EventEnvelope) => aggregate.evolve(state, event), aggregate.initial);
