/** Firefox asks the person, who may never answer. */
const ANSWER_MS = 5_000;
const ASKED = 'counterfoil.asked-to-keep';

const inTime = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  Promise.race([
    answer.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_MS, undefined)),
  ]);

const askedBefore = (): boolean => {
  try {
    const asked = localStorage.getItem(ASKED) !== null;
    localStorage.setItem(ASKED, 'yes');
    return asked;
  } catch {
    return false;
  }
};

/** Whether the browser has promised to keep this origin's data when the device runs out of space. */
class Keeping {
  /** undefined while unknown, or where the browser can't be asked. */
  persisted = $state<boolean>();
  /** Bytes; undefined where the browser doesn't say. */
  used = $state<number>();
  quota = $state<number>();
  asking = $state(false);
  // Missing in an insecure context.
  readonly #storage = (navigator as { storage?: StorageManager }).storage;

  constructor() {
    void this.look();
  }

  /** Reads both anew. */
  async look(): Promise<void> {
    if (!this.#storage) return;
    this.persisted = await inTime(this.#storage.persisted());
    const estimate = await inTime(this.#storage.estimate());
    this.used = estimate?.usage;
    this.quota = estimate?.quota;
  }

  /** Asks for the promise; an answer that comes late still counts. */
  async ask(): Promise<boolean | undefined> {
    if (!this.#storage) return undefined;
    this.asking = true;
    const answer = this.#storage.persist().then((persisted) => (this.persisted = persisted));
    await inTime(answer);
    this.asking = false;
    return this.persisted;
  }

  /** Asks by itself, once on a device: when there is something worth keeping. */
  async askOnce(): Promise<void> {
    if (this.persisted === false && !askedBefore()) await this.ask();
  }
}

export const keeping = new Keeping();
