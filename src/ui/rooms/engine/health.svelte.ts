import { createSubscriber } from 'svelte/reactivity';
import type {
  Client,
  DeadLetter,
  Health,
  ShownRefusal,
  RepairRow,
  Stuck,
  WaitingTimer,
} from '../../../client/index.ts';
import { withPoint, type Point } from './trail.ts';

const EACH_MS = 1_000;
const REFUSALS = 100;
const REPAIRS = 100;

type Asked = Pick<Client, 'health' | 'refusals' | 'repairs' | 'deadLetters' | 'stuck' | 'timers'>;

/** The engine's own account of itself, asked for each second while somebody looks. */
export class HealthWatch {
  #health: Health | undefined;
  #trail: readonly Point[] = [];
  #refusals: readonly ShownRefusal[] = [];
  #letters: readonly DeadLetter[] = [];
  #repairs: readonly RepairRow[] = [];
  #stuck: readonly Stuck[] = [];
  #timers: readonly WaitingTimer[] = [];
  #silent = false;
  readonly #subscribe: () => void;
  /** Asks at once; nothing while nobody looks. */
  #now: () => void = () => undefined;

  constructor(client: Asked) {
    this.#subscribe = createSubscriber((update) => {
      let left = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const ask = async (): Promise<void> => {
        clearTimeout(timer);
        try {
          await this.#ask(client);
          this.#silent = false;
        } catch {
          this.#silent = true;
        }
        if (left) return;
        update();
        clearTimeout(timer);
        timer = setTimeout(() => void ask(), EACH_MS);
      };
      this.#now = () => void ask();
      void ask();
      return () => {
        left = true;
        clearTimeout(timer);
      };
    });
  }

  /** The newest account; undefined before the first. */
  get health(): Health | undefined {
    this.#subscribe();
    return this.#health;
  }

  /** How far everything was in the last minutes. */
  get trail(): readonly Point[] {
    this.#subscribe();
    return this.#trail;
  }

  get refusals(): readonly ShownRefusal[] {
    this.#subscribe();
    return this.#refusals;
  }

  /** What lists have set aside, the oldest first. */
  get letters(): readonly DeadLetter[] {
    this.#subscribe();
    return this.#letters;
  }

  /** What was asked for lately, the newest first. */
  get repairs(): readonly RepairRow[] {
    this.#subscribe();
    return this.#repairs;
  }

  /** What processes do not get done by themselves, the oldest first. */
  get stuck(): readonly Stuck[] {
    this.#subscribe();
    return this.#stuck;
  }

  /** The timers that wait, the one that is due next first. */
  get timers(): readonly WaitingTimer[] {
    this.#subscribe();
    return this.#timers;
  }

  /** It gave no answer last time. */
  get silent(): boolean {
    this.#subscribe();
    return this.#silent;
  }

  /** Something was just done: its effect shall be seen at once. */
  look(): void {
    this.#now();
  }

  async #ask(client: Asked): Promise<void> {
    const [health, refusals, repairs] = await Promise.all([
      client.health(),
      client.refusals(REFUSALS),
      client.repairs(REPAIRS),
    ]);
    // To look for them opens every read model: only where some are said to be there.
    const letters = health.views.some(({ parked }) => parked > 0) ? await client.deadLetters() : [];
    const [stuck, timers] = await Promise.all([
      health.processes.some((one) => one.stuck > 0) ? client.stuck() : [],
      health.processes.some((one) => one.timers > 0) ? client.timers() : [],
    ]);
    this.#stuck = stuck;
    this.#timers = timers;
    this.#health = health;
    this.#trail = withPoint(this.#trail, health, Date.now());
    this.#refusals = refusals;
    this.#repairs = repairs;
    this.#letters = letters;
  }
}
