/** A value that changes: `next` gets it now (or as soon as there is one) and at each change. Gives the way to leave. */
export interface Observable<Value> {
  subscribe(next: (value: Value) => void, error?: (error: Error) => void): () => void;
}

export class Listeners<Values extends readonly unknown[] = []> {
  readonly #all = new Set<(...values: Values) => void>();

  add(listener: (...values: Values) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(...values: Values): void {
    for (const listener of [...this.#all]) listener(...values);
  }
}

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
