/** Ids of commands whose outcome nobody knows yet: sent again under the same one, they are booked once. */
export class KeptIds {
  readonly #ids = new Map<string, string>();
  readonly #mint: () => string;

  constructor(mint: () => string) {
    this.#mint = mint;
  }

  of(what: string): string {
    const id = this.#ids.get(what) ?? this.#mint();
    this.#ids.set(what, id);
    return id;
  }

  /** Its outcome is known: the same again is another one. */
  settled(what: string): void {
    this.#ids.delete(what);
  }
}
