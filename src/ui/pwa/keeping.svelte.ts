/** Firefox asks the person, who may never answer. */
const ANSWER_MS = 5_000;
const ASKED = 'counterfoil.asked-to-keep';

const within = <Answer>(promise: Promise<Answer>, otherwise: Answer): Promise<Answer> =>
  Promise.race([
    promise.catch(() => otherwise),
    new Promise<Answer>((resolve) => setTimeout(resolve, ANSWER_MS, otherwise)),
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
export class Keeping {
  /** undefined while unknown, or where the browser can't be asked. */
  persisted = $state<boolean>();
  /** Bytes; undefined where the browser doesn't say. */
  used = $state<number>();
  asking = $state(false);

  constructor() {
    void this.look();
  }

  /** Reads both anew. */
  async look(): Promise<void> {
    const { storage } = navigator as { storage?: StorageManager };
    if (!storage) return;
    this.persisted = await within(storage.persisted(), undefined);
    this.used = (await within<StorageEstimate>(storage.estimate(), {})).usage;
  }

  /** Asks for the promise. */
  async ask(): Promise<boolean | undefined> {
    const { storage } = navigator as { storage?: StorageManager };
    if (!storage) return undefined;
    this.asking = true;
    this.persisted = (await within<boolean | undefined>(storage.persist(), undefined)) ?? this.persisted;
    this.asking = false;
    return this.persisted;
  }

  /** Asks by itself, once on a device: when there is something worth keeping. */
  async askOnce(): Promise<void> {
    if (this.persisted === false && !askedBefore()) await this.ask();
  }
}
