/** After this time it is tried again when not even the work could be looked for, or its end not be written down. */
const LATER_MS = 10_000;

/**
 * Does what there is to do, one run at a time: at the start, and whenever it is woken. Woken while it runs it looks once
 * more; a run that fails is followed by another a while later.
 */
export class Waker {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** It is to begin nothing more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // It counts as running before it does anything: its own work may wake it.
    await Promise.resolve();
    try {
      while (this.#again) {
        this.#again = false;
        await this.#work();
      }
    } catch {
      setTimeout(() => {
        this.wake();
      }, LATER_MS);
    } finally {
      // In the very turn in which nothing was left: whoever wakes it after that starts another run.
      this.#running = undefined;
    }
  }
}
