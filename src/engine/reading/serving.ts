import { liveQuery } from 'dexie';
import { StoreFailure, type StoreFault } from '../ports.ts';
import { asError } from './observable.ts';
import { openRegistry, type GenerationRow, type Registry } from './registry.ts';
import { ViewConnection } from './view-connection.ts';

export class ReadSideLostError extends Error {
  override readonly name = 'ReadSideLostError';
}

/** Connections to the serving generations of a book, one per view that somebody asked for. */
export class Serving {
  readonly #book: string;
  readonly #connections = new Map<string, ViewConnection>();
  readonly #onLost: (fault: StoreFault) => void;
  #opened: Promise<void>;
  /** Undefined until they were read. */
  #rows: ReadonlyMap<string, GenerationRow> | undefined;
  #registry: Registry | undefined;
  #stop: () => void = () => undefined;
  #lost: Error | undefined;
  #closed = false;

  constructor(book: string, onLost: (fault: StoreFault) => void) {
    this.#book = book;
    this.#onLost = onLost;
    this.#opened = this.#follow(true);
  }

  /** Why nothing can be read any more: a newer version took the registry over, or it was deleted. */
  get lost(): Error | undefined {
    return this.#lost;
  }

  connection(view: string): ViewConnection {
    const known = this.#connections.get(view);
    if (known) return known;
    const connection = new ViewConnection(this.#book, view);
    this.#connections.set(view, connection);
    if (this.#rows) connection.point(this.#rows.get(view));
    return connection;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#opened;
    this.#stop();
    this.#registry?.close();
    for (const connection of this.#connections.values()) connection.close();
  }

  async #follow(create: boolean): Promise<void> {
    try {
      const registry = await openRegistry(this.#book, () => this.#followAnew(), create);
      this.#registry = registry;
      const subscription = liveQuery(() => registry.generations.toArray()).subscribe({
        next: (rows) => this.#point(rows),
        error: (error) => this.#lose(error),
      });
      this.#stop = () => subscription.unsubscribe();
    } catch (error) {
      this.#lose(error);
    }
  }

  /** The browser took the connection away, or a newer version did: opened again it says which (promises.md, row 17). */
  #followAnew(): void {
    if (this.#closed || this.#lost) return;
    this.#stop();
    this.#opened = this.#follow(false);
  }

  #point(rows: readonly GenerationRow[]): void {
    const byView = new Map(rows.map((row) => [row.view, row]));
    this.#rows = byView;
    for (const [view, connection] of this.#connections) connection.point(byView.get(view));
  }

  #lose(error: unknown): void {
    if (this.#closed) return;
    this.#lost = new ReadSideLostError('The read models are out of reach: load the page anew.', {
      cause: asError(error),
    });
    for (const connection of this.#connections.values()) connection.close();
    this.#onLost(error instanceof StoreFailure ? error.fault : 'connection-lost');
  }
}
