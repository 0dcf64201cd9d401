/** A bell that is heard even if it rang before anybody listened. One listener. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Waits all of `ms` and says whether it rang meanwhile. Ringing wakes nobody: it may do so a thousand times a second. */
  async rungWithin(ms: number): Promise<boolean> {
    this.#rung = false;
    await new Promise((resolve) => setTimeout(resolve, ms));
    const rang = this.#rung;
    this.#rung = false;
    return rang;
  }

  /** Waits for the bell, at most `ms` when given. Says whether it rang. */
  async heard(ms?: number): Promise<boolean> {
    if (!this.#rung) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (ms !== undefined) timer = setTimeout(resolve, ms);
      });
      this.#wake = undefined;
      clearTimeout(timer);
    }
    const rang = this.#rung;
    this.#rung = false;
    return rang;
  }
}

/** Waits, unless and until it is told to stop. */
export const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted || ms <= 0) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
  });

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 30_000;

/** How long to wait after the n-th failure in a row. */
export const backoff = (failures: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
