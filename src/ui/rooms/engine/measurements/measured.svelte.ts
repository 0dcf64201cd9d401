import { createSubscriber } from 'svelte/reactivity';
import type { Client, Sample, TelemetryStatus } from '../../../../client/index.ts';
import { sentence } from '../../../words/errors.ts';
import { m } from '../../../words/index.ts';

const EACH_MS = 2_000;
/** A quarter of an hour, as the engine keeps it. */
const MOST = 450;

/** What the engine measures, asked for while somebody looks. */
export class Measured {
  #status: TelemetryStatus | undefined;
  #samples: readonly Sample[] = [];
  #problem = $state<string>();
  readonly #client: Pick<Client, 'telemetry'>;
  readonly #subscribe: () => void;
  #ask: () => Promise<void> = () => Promise.resolve();

  constructor(client: Pick<Client, 'telemetry'>) {
    this.#client = client;
    this.#subscribe = createSubscriber((update) => {
      this.#ask = async () => {
        await this.#look().catch(() => undefined);
        update();
      };
      void this.#ask();
      const timer = setInterval(() => void this.#ask(), EACH_MS);
      return () => {
        clearInterval(timer);
      };
    });
  }

  /** Undefined before the first answer. */
  get status(): TelemetryStatus | undefined {
    this.#subscribe();
    return this.#status;
  }

  /** The oldest first; empty while nothing is measured. */
  get samples(): readonly Sample[] {
    this.#subscribe();
    return this.#samples;
  }

  /** Why the switch or the address was not taken, in a sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** False, with the `problem`, when it was refused. */
  async set(on: boolean, endpoint: string): Promise<boolean> {
    this.#problem = await this.#client.telemetry.set({ on, endpoint }).then(
      (rejection) => rejection && sentence(rejection),
      () => m.error_no_answer(),
    );
    const isSet = this.#problem === undefined;
    if (isSet) this.#samples = [];
    await this.#ask();
    return isSet;
  }

  async #look(): Promise<void> {
    const { telemetry } = this.#client;
    this.#status = await telemetry.status();
    const news = this.#status.on ? await telemetry.samples(this.#samples.at(-1)?.at ?? 0) : [];
    this.#samples = this.#status.on ? [...this.#samples, ...news].slice(-MOST) : [];
  }
}
