import type { ProcessRunner } from '../processes/index.ts';
import type { Projector } from '../projector/index.ts';
import { CantRepairError, type Registry, type RepairRow } from '../registry/index.ts';
import { asError } from '../reading/observable.ts';
import { Waker } from '../waker.ts';
import { deadLetters } from './dead-letters.ts';

/**
 * Does what was asked for, in the order in which it was asked for. It was written down first: after a reload what is
 * not marked as done is done, maybe again, which is the same.
 */
export class RepairRunner {
  readonly #book: string;
  readonly #registry: Registry;
  readonly #projector: Pick<Projector, 'repair'>;
  readonly #processes: Pick<ProcessRunner, 'intervene'>;
  readonly #waker = new Waker(() => this.#runAll());

  constructor(
    book: string,
    registry: Registry,
    projector: Pick<Projector, 'repair'>,
    processes: Pick<ProcessRunner, 'intervene'>,
  ) {
    this.#book = book;
    this.#registry = registry;
    this.#projector = projector;
    this.#processes = processes;
  }

  /** Looks for work: at the start, and whenever something was asked for somewhere. */
  wake(): void {
    this.#waker.wake();
  }

  stop(): Promise<void> {
    return this.#waker.stop();
  }

  async #runAll(): Promise<void> {
    for (let next = await this.#next(); next; next = await this.#next()) await this.#do(next);
  }

  async #next(): Promise<RepairRow | undefined> {
    if (this.#waker.stopped) return undefined;
    const asked = await this.#registry.repairs.where('state').equals('asked').sortBy('at');
    return asked[0];
  }

  /** What can be taken in is, whatever becomes of the rest. @throws CantRepairError */
  async #retryAll(by: string): Promise<void> {
    const letters = await deadLetters(this.#book, this.#registry);
    let parked = 0;
    for (const { view, stream } of letters)
      try {
        await this.#projector.repair({ do: 'retry', view, stream }, by);
      } catch (error) {
        if (!(error instanceof CantRepairError)) throw error;
        parked += 1;
      }
    if (parked > 0)
      throw new CantRepairError(`${String(parked)} of ${String(letters.length)} still can’t be taken in.`);
  }

  async #do({ id, repair, actor }: RepairRow): Promise<void> {
    try {
      if ('process' in repair) await this.#processes.intervene(repair, actor);
      // What is done to outlets is done at once, and only written down here.
      else if ('view' in repair) await this.#projector.repair(repair, actor);
      else if (repair.do === 'retry-all') await this.#retryAll(actor);
      await this.#registry.repairs.update(id, { state: 'done' });
    } catch (error) {
      const { name, message } = asError(error);
      const why = error instanceof CantRepairError ? message : `${name}: ${message}`;
      await this.#registry.repairs.update(id, { state: 'failed', why });
    }
  }
}
