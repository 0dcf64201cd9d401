import { Submission, type Client } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { keepFor, keptFor, withKept } from '../../app/kept-form.ts';

/** The settings that this form shows; others stay as they are. */
export type Changeable = Pick<OpenedSettings, 'name' | 'taxMode' | 'rounding' | 'defaultTaxRate'> & {
  currency: string;
};

/** What of the form differs from the book: only that is sent, so that two tabs can't undo one another's changes. */
export const changes = (fields: Changeable, settings: Changeable): Partial<Changeable> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== settings[name as keyof Changeable]),
  );

export const fieldsOf = (settings: OpenedSettings): Changeable => {
  const { name, currency, taxMode, rounding, defaultTaxRate } = settings;
  return { name, currency, taxMode, rounding, defaultTaxRate };
};

const KEPT = 'settings-book';

/** The settings of the book, being changed. */
export class SettingsForm {
  fields = $state<Changeable>() as Changeable;
  taxRate = $state<number | null>(0);
  nameMissing = $state(false);
  readonly submission: Submission;
  readonly #opened: boolean;
  /** What orders are numbered under in a book that this form opens. */
  readonly #prefix: string;
  #settings: Changeable;

  constructor(client: Client, settings: OpenedSettings) {
    this.#settings = fieldsOf(settings);
    this.#opened = settings.opened;
    this.#prefix = settings.numberPrefix;
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

  /** True once it is in the book. A book that nobody has opened yet is opened with it. */
  async save(): Promise<boolean> {
    const written = this.#written;
    this.nameMissing = written.name.trim() === '';
    if (this.nameMissing) return false;
    if (this.#opened) await this.submission.send('ChangeBookSettings', changes(written, this.#settings));
    else await this.submission.send('OpenBook', { ...written, numberPrefix: this.#prefix });
    if (this.submission.state !== 'saved') return false;
    this.#settings = written;
    this.submission.renew();
    return true;
  }
}
