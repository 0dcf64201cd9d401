import { push } from 'svelte-spa-router';
import { Submission, type Client, type JobStatus } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import type { Opening } from '../../app/opening.svelte.ts';
import { currencyOf, taxModeOf } from '../../money/currency-of.ts';
import { m } from '../../words/index.ts';

export type Step = 'choose' | 'form' | 'sample';

type Settings = Omit<OpenedSettings, 'opened'>;

/** What the form begins with: what the browser tells of where it is. */
export const suggested = (locales: readonly string[]) => ({
  name: '',
  currency: currencyOf(locales),
  taxMode: taxModeOf(locales),
  defaultTaxRate: null as number | null,
});

/** The three ways to begin. Whichever it is, nothing is asked that can't be changed later. */
export class FirstRunState {
  step = $state<Step>('choose');
  form = $state(suggested(navigator.languages));
  sampleJob = $state<string>();
  sampleProblem = $state(false);
  readonly submission: Submission;
  readonly #client: Client;
  readonly #opening: Opening;

  constructor(client: Client, opening: Opening) {
    this.#client = client;
    this.#opening = opening;
    this.submission = new Submission(client);
  }

  /** Opens an empty book with what was typed; `defaults` fill what was not. */
  async open(defaults: Settings, address = '/orders'): Promise<void> {
    const { name, currency, taxMode, defaultTaxRate } = this.form;
    const receipt = await this.submission.send('OpenBook', {
      name: name.trim() === '' ? m.first_run_default_name() : name,
      currency,
      taxMode,
      rounding: defaults.rounding,
      defaultTaxRate: defaultTaxRate ?? 0,
      numberPrefix: defaults.numberPrefix,
    });
    if (receipt.status === 'committed' || receipt.status === 'duplicate') await push(address);
  }

  async fillSample(): Promise<void> {
    this.step = 'sample';
    this.sampleProblem = false;
    this.#opening.staying = true;
    try {
      const receipt = await this.#client.startJob('FillSampleBook', {});
      if (receipt.status === 'accepted') this.sampleJob = receipt.jobId;
      else this.sampleProblem = true;
    } catch {
      this.sampleProblem = true;
    }
  }

  async stopSample(): Promise<void> {
    if (this.sampleJob !== undefined) await this.#client.cancelJob(this.sampleJob);
  }

  backToChoices(): void {
    this.step = 'choose';
    this.#opening.staying = false;
  }

  /** Leaves for the orders; a sample still being filled in goes on behind. */
  async leave(): Promise<void> {
    await push('/orders');
    this.#opening.staying = false;
  }

  jobOf(jobs: readonly JobStatus[] | undefined): JobStatus | undefined {
    return jobs?.find(({ id }) => id === this.sampleJob);
  }
}
