import { Submission, type Client } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { isPrefix } from './settings-form.svelte.ts';

const TEXTS = ['sellerName', 'taxNumber', 'email', 'phone', 'web', 'bankDetails', 'paymentTerms'] as const;
const PLACES = ['street', 'postcode', 'city', 'region', 'country'] as const;
const PREFIXES = ['invoicePrefix', 'creditNotePrefix'] as const;

type Texts = Record<(typeof TEXTS)[number] | (typeof PREFIXES)[number], string>;
type Address = Record<(typeof PLACES)[number], string>;

/** What series are called until somebody says otherwise. */
const BEGINS_WITH = { invoicePrefix: 'INV-', creditNotePrefix: 'CN-' };

interface Seller {
  readonly texts: Texts;
  readonly address: Address;
  readonly paymentDays: number | null;
  readonly cashStep: number | null;
  readonly logo: string;
}

const of = <Name extends string>(names: readonly Name[], value: (name: Name) => string | undefined) =>
  Object.fromEntries(names.map((name) => [name, value(name) ?? ''])) as Record<Name, string>;

const sellerIn = (settings: OpenedSettings): Seller => ({
  texts: {
    ...of(TEXTS, (name) => settings[name]),
    ...of(PREFIXES, (name) => settings[name] ?? BEGINS_WITH[name]),
  },
  address: of(PLACES, (name) => settings.address?.[name]),
  paymentDays: settings.paymentDays ?? null,
  cashStep: settings.cashStep ?? null,
  logo: settings.logo ?? '',
});

/** What of it differs, as the command takes it: an emptied text as '', an emptied figure as 'none', the address whole. */
export const sellerChanges = (before: Seller, after: Seller): Record<string, unknown> => {
  const texts = [...TEXTS, ...PREFIXES].filter((name) => after.texts[name].trim() !== before.texts[name]);
  const isMoved = PLACES.some((name) => after.address[name].trim() !== before.address[name]);
  const place = PLACES.flatMap((name) => {
    const text = after.address[name].trim();
    return text === '' ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(texts.map((name) => [name, after.texts[name].trim()])),
    ...(isMoved && { address: Object.fromEntries(place) }),
    ...(after.paymentDays !== before.paymentDays && { paymentDays: after.paymentDays ?? 'none' }),
    ...(after.cashStep !== before.cashStep && { cashStep: after.cashStep ?? 'none' }),
    ...(after.logo !== before.logo && { logo: after.logo }),
  };
};

/** How papers name the seller, being changed. */
export class SellerForm {
  texts = $state<Texts>() as Texts;
  address = $state<Address>() as Address;
  /** Thousandths of a day, as number fields count. */
  paymentDays = $state<number | null>(null);
  cashStep = $state<number | null>(null);
  logo = $state('');
  readonly submission: Submission;
  readonly #before: Seller;

  constructor(client: Client, settings: OpenedSettings) {
    this.#before = sellerIn(settings);
    this.texts = { ...this.#before.texts };
    this.address = { ...this.#before.address };
    this.paymentDays = this.#before.paymentDays === null ? null : this.#before.paymentDays * 1_000;
    this.cashStep = this.#before.cashStep;
    this.logo = this.#before.logo;
    this.submission = new Submission(client);
  }

  get changes(): Record<string, unknown> {
    const { texts, address, cashStep, logo } = this;
    const paymentDays = this.paymentDays === null ? null : Math.round(this.paymentDays / 1_000);
    return sellerChanges(this.#before, { texts, address, paymentDays, cashStep, logo });
  }

  get isChanged(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  isPrefixBad(name: (typeof PREFIXES)[number]): boolean {
    return !isPrefix(this.texts[name].trim());
  }

  /** True once it is in the book. */
  async save(): Promise<boolean> {
    if (PREFIXES.some((name) => this.isPrefixBad(name))) return false;
    await this.submission.send('ChangeBookSettings', this.changes);
    return this.submission.state === 'saved';
  }
}
