import { push } from 'svelte-spa-router';
import { Submission, type Client, type JobStatus } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { keepForm, keptForm, withKept } from '../../app/kept-form.ts';
import type { Opening } from '../../app/opening.svelte.ts';
import { sayNoAnswer } from '../../feedback/no-answer.ts';
import { showProblem } from '../../feedback/show-problem.ts';
import { getLocale, m } from '../../words/index.ts';
import { missingOf, STEPS, suggested, taxTermsOf, type Beginning, type OwnStep } from './beginning.ts';

export type Step = 'choose' | OwnStep | 'sample';

type Settings = Omit<OpenedSettings, 'opened'>;

const KEPT = 'first-run';

/** The ways to begin. Whichever it is, nothing is asked that can't be changed later. */
export class FirstRunState {
  step = $state<Step>('choose');
  form = $state<Beginning>() as Beginning;
  #insists = $state(false);
  readonly missing = $derived(this.#insists ? missingOf(this.form) : []);
  sampleJob = $state<string>();
  sampleProblem = $state(false);
  /** A backup is being chosen. */
  restoring = $state(false);
  readonly submission: Submission;
  readonly #product: Submission;
  readonly #stock: Submission;
  readonly #client: Client;
  readonly #opening: Opening;
  readonly #productId: string;

  constructor(client: Client, opening: Opening) {
    this.#client = client;
    this.#opening = opening;
    this.submission = new Submission(client);
    this.#product = new Submission(client);
    this.#stock = new Submission(client);
    this.#productId = client.newId();
    const { step, ...form } = withKept({ ...suggested(navigator.languages), step: 'choose' }, keptForm(KEPT));
    this.form = form;
    this.step = STEPS.find((one) => one === step) ?? 'choose';
  }

  /** Through a reload: the steps go on where they were. */
  keep(): void {
    keepForm(KEPT, this.ownStep && { ...this.form, step: this.ownStep });
  }

  get ownStep(): OwnStep | undefined {
    return STEPS.find((one) => one === this.step);
  }

  get busy(): boolean {
    return [this.submission, this.#product, this.#stock].some(({ busy }) => busy);
  }

  /** What of it was not saved. */
  get trouble(): Submission {
    if (this.submission.state !== 'saved') return this.submission;
    return this.#product.state === 'saved' ? this.#stock : this.#product;
  }

  /** The step after this one, or before it; the choices before the first. */
  go(by: 1 | -1): void {
    const at = STEPS.findIndex((one) => one === this.step);
    this.#insists = false;
    this.step = STEPS[at + by] ?? 'choose';
  }

  /** Opens a book with what was typed of it so far, `defaults` for what was not, and leaves for `address`. */
  async open(defaults: Settings, address = '/orders'): Promise<void> {
    if (await this.#opened(defaults)) await this.leave(address);
  }

  /** The last step: with the first product, where one was written, on to the first order. */
  async finish(defaults: Settings): Promise<void> {
    this.#insists = true;
    if (this.missing.length > 0) {
      await showProblem();
      return;
    }
    if ((await this.#opened(defaults)) && (await this.#stocked())) await this.leave('/orders/new');
  }

  async fillSample(): Promise<void> {
    this.step = 'sample';
    this.sampleProblem = false;
    this.#opening.staying = true;
    try {
      const receipt = await this.#client.startJob('FillSampleBook', { language: getLocale() });
      if (receipt.status === 'accepted') this.sampleJob = receipt.jobId;
      else this.sampleProblem = true;
    } catch {
      this.sampleProblem = true;
    }
  }

  async stopSample(): Promise<void> {
    if (this.sampleJob !== undefined) await this.#client.cancelJob(this.sampleJob).catch(sayNoAnswer);
  }

  backToChoices(): void {
    this.step = 'choose';
    this.#opening.staying = false;
  }

  /** Leaves for the orders; a sample still being filled in goes on behind. */
  async leave(address = '/orders'): Promise<void> {
    keepForm(KEPT, undefined);
    await push(address);
    this.#opening.staying = false;
  }

  jobOf(jobs: readonly JobStatus[] | undefined): JobStatus | undefined {
    return jobs?.find(({ id }) => id === this.sampleJob);
  }

  /** Whether the book is open; what follows still belongs to the first run. */
  async #opened(defaults: Settings): Promise<boolean> {
    const { name, currency } = this.form;
    this.#opening.staying = true;
    await this.submission.send('OpenBook', {
      name: name.trim() === '' ? m.first_run_default_name() : name,
      currency,
      ...taxTermsOf(this.form, this.step, navigator.languages),
      rounding: defaults.rounding,
      numberPrefix: defaults.numberPrefix,
    });
    const isOpen = this.submission.state === 'saved';
    this.#opening.staying = isOpen;
    return isOpen;
  }

  /** Whether the first product is in the book with what is there of it, as far as one was written. */
  async #stocked(): Promise<boolean> {
    const { product: name, price: unitPrice, stock: quantity } = this.form;
    if (name.trim() === '') return true;
    const productId = this.#productId;
    const { defaultTaxRate: taxRate } = taxTermsOf(this.form, this.step, navigator.languages);
    await this.#product.send('CreateProduct', {
      ...{ productId, name, unit: 'pcs', unitPrice, taxRate },
      // Whoever leaves the stock empty may never count it: their first order is not to begin with a warning.
      ...(quantity === null && { stockPolicy: 'uncounted' }),
    });
    if (this.#product.state !== 'saved' || quantity === null || quantity === 0)
      return this.#product.state === 'saved';
    await this.#stock.send('ReceiveStock', { productId, quantity });
    return this.#stock.state === 'saved';
  }
}
