import { Submission, type Client } from '../../../client/index.ts';
import {
  FIRST_NUMBER,
  NUMBERED,
  numberLabel,
  type Numbered,
  type OpenedSettings,
  type SeriesRow,
} from '../../../views/book/index.ts';
import { keepFor, keptFor, withKept } from '../../app/kept-form.ts';
import { inLatin } from '../../words/figures.ts';

const NUMBER_PREFIX = /^[\p{L}\p{N}#/_.-]{1,12}$/u;
const DIGITS = /^\d{1,9}$/;

export const isPrefix = (text: string): boolean => NUMBER_PREFIX.test(text);

export type Prefixes = Readonly<Record<Numbered, string>>;

/** What series are called until somebody says otherwise. */
export const prefixesIn = (settings: OpenedSettings): Prefixes => ({
  order: settings.numberPrefix,
  invoice: settings.invoicePrefix ?? 'INV-',
  creditNote: settings.creditNotePrefix ?? 'CN-',
});

type Coming = Pick<SeriesRow, 'next' | 'digits' | 'used'>;

/** How far a series has come; one that nobody knows yet begins. */
export const comingIn = (rows: readonly SeriesRow[], kind: Numbered, prefix: string): Coming =>
  rows.find((row) => row.of === kind && row.prefix === prefix) ?? { next: FIRST_NUMBER };

/** "0417": 417, written with four digits. Undefined of what is no number. */
export const readNext = (text: string): Pick<Coming, 'next' | 'digits'> | undefined => {
  const typed = inLatin(text).trim();
  if (!DIGITS.test(typed) || Number(typed) === 0) return undefined;
  return { next: Number(typed), ...(typed.startsWith('0') && { digits: typed.length }) };
};

/** The first and the last that are passed over where a series goes on with `next`. */
export const passedOver = ({ used }: Coming, next: number): readonly [number, number] | undefined =>
  used === undefined || next <= used + 1 ? undefined : [used + 1, next - 1];

const KEPT = 'settings-numbers';
const NOTHING_TYPED: Record<Numbered, string> = { order: '', invoice: '', creditNote: '' };

/** Where orders, invoices and credit notes are numbered on, being changed. */
export class NumbersForm {
  prefixes = $state<Record<Numbered, string>>() as Record<Numbered, string>;
  /** '' as long as nobody has typed a number: then it is the one that comes. */
  typed = $state<Record<Numbered, string>>() as Record<Numbered, string>;
  readonly submission: Submission;
  readonly #before: Prefixes;
  readonly #rows: () => readonly SeriesRow[];

  constructor(client: Client, before: Prefixes, rows: () => readonly SeriesRow[]) {
    this.#before = before;
    this.#rows = rows;
    const kept = keptFor(KEPT, before) as
      { readonly prefixes?: unknown; readonly typed?: unknown } | undefined;
    this.prefixes = withKept({ ...before }, kept?.prefixes);
    this.typed = withKept({ ...NOTHING_TYPED }, kept?.typed);
    this.submission = new Submission(client);
  }

  /** What is not saved yet is there again after a reload. */
  keep(): void {
    const written = { prefixes: $state.snapshot(this.prefixes), typed: $state.snapshot(this.typed) };
    keepFor(KEPT, this.#before, this.isChanged ? written : undefined);
  }

  #coming(kind: Numbered): Coming {
    return comingIn(this.#rows(), kind, this.prefixes[kind].trim());
  }

  shown(kind: Numbered): string {
    const { next, digits } = this.#coming(kind);
    return this.typed[kind] || numberLabel('', next, digits);
  }

  #label(kind: Numbered, number: number): string {
    const { digits } = readNext(this.shown(kind)) ?? {};
    return numberLabel(this.prefixes[kind].trim(), number, digits);
  }

  /** The number that the next one bears; undefined as long as that can't be told. */
  example(kind: Numbered): string | undefined {
    const read = readNext(this.shown(kind));
    return read && this.#label(kind, read.next);
  }

  isPrefixBad(kind: Numbered): boolean {
    return !isPrefix(this.prefixes[kind].trim());
  }

  isNextBad(kind: Numbered): boolean {
    return readNext(this.shown(kind)) === undefined;
  }

  /** The last that was given and the one after it, where the number typed is not ahead of them. */
  behind(kind: Numbered): { readonly last: string; readonly free: string } | undefined {
    const { used } = this.#coming(kind);
    const read = readNext(this.shown(kind));
    if (used === undefined || !read || read.next > used) return undefined;
    return { last: this.#label(kind, used), free: this.#label(kind, used + 1) };
  }

  gap(kind: Numbered): { readonly from: string; readonly to: string } | undefined {
    const read = readNext(this.shown(kind));
    const passed = read && passedOver(this.#coming(kind), read.next);
    return passed && { from: this.#label(kind, passed[0]), to: this.#label(kind, passed[1]) };
  }

  #isChangedIn(kind: Numbered): boolean {
    if (this.prefixes[kind].trim() !== this.#before[kind]) return true;
    const read = readNext(this.shown(kind));
    const { next, digits } = this.#coming(kind);
    return this.typed[kind] !== '' && (!read || read.next !== next || read.digits !== digits);
  }

  get isChanged(): boolean {
    return NUMBERED.some((kind) => this.#isChangedIn(kind));
  }

  /** True once it is in the book. */
  async save(): Promise<boolean> {
    const isBad = (kind: Numbered): boolean =>
      this.isPrefixBad(kind) || this.isNextBad(kind) || this.behind(kind) !== undefined;
    if (NUMBERED.some(isBad)) return false;
    const changed = NUMBERED.filter((kind) => this.#isChangedIn(kind)).map((kind) => {
      const prefix = this.prefixes[kind].trim();
      return [kind, { prefix, ...readNext(this.shown(kind)) }] as const;
    });
    await this.submission.send('SetNumbering', Object.fromEntries(changed));
    if (this.submission.state !== 'saved') return false;
    this.typed = { ...NOTHING_TYPED };
    this.submission.renew();
    return true;
  }
}
