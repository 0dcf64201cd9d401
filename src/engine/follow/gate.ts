/** What is done passes here one by one; held, what is under way ends and nothing more begins. */
export class Gate {
  #under: Promise<unknown> | undefined;
  #held: Promise<void> | undefined;
  #open: () => void = () => undefined;

  /** Does the work once it may begin, unless by then it is not `wanted` any more. */
  async pass(work: () => Promise<void>, wanted: () => boolean): Promise<void> {
    while (this.#held) await this.#held;
    if (!wanted()) return;
    const doing = work();
    this.#under = doing.catch(() => undefined);
    try {
      await doing;
    } finally {
      this.#under = undefined;
    }
  }

  /** Resolves once nothing is under way. */
  async hold(): Promise<void> {
    this.#held ??= new Promise((resolve) => (this.#open = resolve));
    await this.#under;
  }

  release(): void {
    this.#held = undefined;
    this.#open();
  }
}
