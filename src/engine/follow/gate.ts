/** Lets one who holds the gate go: once, however often it is called. */
export type Release = () => void;

/** What is done passes here one by one; held, what is under way ends and nothing more begins. One passer. */
export class Gate {
  #under: Promise<unknown> | undefined;
  #holders = 0;
  /** Ends with the last hold that was asked for. */
  #lastHold: Promise<void> = Promise.resolve();
  #lookAgain: () => void = () => undefined;

  /** Does the work once it may begin, unless by then it is not `wanted` any more. */
  async pass(work: () => Promise<void>, wanted: () => boolean): Promise<void> {
    while (this.#holders > 0 && wanted())
      await new Promise<void>((resolve) => {
        this.#lookAgain = resolve;
      });
    if (!wanted()) return;
    const doing = work();
    this.#under = doing.catch(() => undefined);
    try {
      await doing;
    } finally {
      this.#under = undefined;
    }
  }

  /**
   * Resolves once nothing is under way and nobody else holds it: of those who hold it each relies on nothing moving, so
   * they come one after another, and none lets go of what another holds.
   */
  async hold(): Promise<Release> {
    const before = this.#lastHold;
    let end: () => void = () => undefined;
    this.#lastHold = new Promise((resolve) => (end = resolve));
    this.#holders += 1;
    await before;
    await this.#under;
    let holds = true;
    return () => {
      if (!holds) return;
      holds = false;
      this.#holders -= 1;
      end();
      this.#lookAgain();
    };
  }

  /** What waits to pass may not be wanted any more: then it goes away, held or not. */
  nudge(): void {
    this.#lookAgain();
  }
}
