import type { Projector } from '../projector/index.ts';
import { CantRepairError, type Registry, type RepairRow } from '../registry/index.ts';
import { asError } from '../reading/observable.ts';

/**
 * Does what was asked for, in the order in which it was asked for. It was written down first: after a reload what is
 * not marked as done is done, maybe again, which is the same.
 */
export class RepairRunner {
  readonly #registry: Registry;
  readonly #projector: Pick<Projector, 'repair'>;
  #running: Promise<void> | undefined;
  #stopped = false;
  #again = false;

  constructor(registry: Registry, projector: Pick<Projector, 'repair'>) {
    this.#registry = registry;
    this.#projector = projector;
  }

  /** Looks for work: at the start, and whenever something was asked for somewhere. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#runAll().finally(() => (this.#running = undefined));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #runAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (let next = await this.#next(); next; next = await this.#next()) await this.#do(next);
    }
  }

  async #next(): Promise<RepairRow | undefined> {
    if (this.#stopped) return undefined;
    const asked = await this.#registry.repairs.where('state').equals('asked').sortBy('at');
    return asked[0];
  }

  async #do({ id, repair, actor }: RepairRow): Promise<void> {
    try {
      await this.#projector.repair(repair, actor);
      await this.#registry.repairs.update(id, { state: 'done' });
    } catch (error) {
      const { name, message } = asError(error);
      const why = error instanceof CantRepairError ? message : `${name}: ${message}`;
      await this.#registry.repairs.update(id, { state: 'failed', why });
    }
  }
}
