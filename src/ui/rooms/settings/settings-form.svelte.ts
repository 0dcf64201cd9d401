import { Submission, type Client } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { keepFor, keptFor, withKept } from '../../app/kept-form.ts';

/** The settings that this form shows; others stay as they are. */
export type Changeable = Pick<
  OpenedSettings,
  'name' | 'taxMode' | 'rounding' | 'defaultTaxRate' | 'numberPrefix'
> & { currency: string };

const NUMBER_PREFIX = /^[\p{L}\p{N}/_.-]{1,12}$/u;

/** The first number of every series. */
const FIRST = 1001;

/** What of the form differs from the book: only that is sent, so that two tabs can't undo one another's changes. */
export const changes = (fields: Changeable, settings: Changeable): Partial<Changeable> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== settings[name as keyof Changeable]),
  );

export const isPrefix = (text: string): boolean => NUMBER_PREFIX.test(text);

export const exampleNumber = (prefix: string): string => `${prefix}${FIRST}`;

export const fieldsOf = (settings: OpenedSettings): Changeable => {
  const { name, currency, taxMode, rounding, defaultTaxRate, numberPrefix } = settings;
  return { name, currency, taxMode, rounding, defaultTaxRate, numberPrefix };
};

const KEPT = 'settings-book';

/** The settings of the book, being changed. */
export class SettingsForm {
  fields = $state<Changeable>() as Changeable;
  taxRate = $state<number | null>(0);
  nameMissing = $state(false);
  readonly submission: Submission;
  readonly #opened: boolean;
  #settings: Changeable;

  constructor(client: Client, settings: OpenedSettings) {
    this.#settings = fieldsOf(settings);
    this.#opened = settings.opened;
    const { taxRate, ...fields } = withKept(
      { ...this.#settings, taxRate: settings.defaultTaxRate },
      keptFor(KEPT, this.#settings),
    );
    this.fields = fields;
    this.taxRate = taxRate;
    this.submission = new Submission(client);
  }

  get #written(): Changeable {
    return {
      ...$state.snapshot(this.fields),
      defaultTaxRate: (this.taxRate ?? 0) as Changeable['defaultTaxRate'],
    };
  }

  /** What is not saved yet is there again after a reload, such as another language asks for. */
  keep(): void {
    const written = { ...$state.snapshot(this.fields), taxRate: this.taxRate };
    keepFor(KEPT, this.#settings, this.isChanged ? written : undefined);
  }

  get isChanged(): boolean {
    return Object.keys(changes(this.#written, this.#settings)).length > 0;
  }

  get prefixBad(): boolean {
    return !isPrefix(this.fields.numberPrefix);
  }

  /** True once it is in the book. A book that nobody has opened yet is opened with it. */
  async save(): Promise<boolean> {
    const written = this.#written;
    this.nameMissing = written.name.trim() === '';
    if (this.nameMissing || this.prefixBad) return false;
    if (this.#opened) await this.submission.send('ChangeBookSettings', changes(written, this.#settings));
    else await this.submission.send('OpenBook', written);
    if (this.submission.state !== 'saved') return false;
    this.#settings = written;
    this.submission.renew();
    return true;
  }
}
