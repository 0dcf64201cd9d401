import { liveQuery } from 'dexie';
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
  readonly #opened: Promise<void>;
  #rows: ReadonlyMap<string, GenerationRow> = new Map();
  #registry: Registry | undefined;
  #stop: () => void = () => undefined;
  #lost: Error | undefined;
  #closed = false;

  constructor(book: string) {
    this.#book = book;
    this.#opened = this.#follow();
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
    connection.point(this.#rows.get(view));
    return connection;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#opened;
    this.#stop();
    this.#registry?.close();
    for (const connection of this.#connections.values()) connection.close();
  }

  async #follow(): Promise<void> {
    try {
      const registry = await openRegistry(this.#book, () => this.#lose(new Error('the registry was closed')));
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

  #point(rows: readonly GenerationRow[]): void {
    this.#rows = new Map(rows.map((row) => [row.view, row]));
    for (const [view, connection] of this.#connections) connection.point(this.#rows.get(view));
  }

  #lose(error: unknown): void {
    if (this.#closed) return;
    this.#lost = new ReadSideLostError('The read models are out of reach: load the page anew.', {
      cause: asError(error),
    });
    for (const connection of this.#connections.values()) connection.close();
  }
}
