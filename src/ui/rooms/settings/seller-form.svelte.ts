import { Submission, type Client } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { keepFor, keptFor, withKept } from '../../app/kept-form.ts';

const TEXTS = ['sellerName', 'taxNumber', 'email', 'phone', 'web', 'bankDetails', 'paymentTerms'] as const;
const PLACES = ['street', 'postcode', 'city', 'region', 'country'] as const;

type Texts = Record<(typeof TEXTS)[number], string>;
type Address = Record<(typeof PLACES)[number], string>;

interface Seller {
  readonly texts: Texts;
  readonly address: Address;
  readonly paymentDays: number | null;
  readonly reminderDays: number | null;
  readonly cashStep: number | null;
  readonly logo: string;
}

const of = <Name extends string>(names: readonly Name[], value: (name: Name) => string | undefined) =>
  Object.fromEntries(names.map((name) => [name, value(name) ?? ''])) as Record<Name, string>;

export const sellerIn = (settings: OpenedSettings): Seller => ({
  texts: of(TEXTS, (name) => settings[name]),
  address: of(PLACES, (name) => settings.address?.[name]),
  paymentDays: settings.paymentDays ?? null,
  reminderDays: settings.reminderDays ?? null,
  cashStep: settings.cashStep ?? null,
  logo: settings.logo ?? '',
});

/** What of it differs, as the command takes it: an emptied text as '', an emptied figure as 'none', the address whole. */
export const sellerChanges = (before: Seller, after: Seller): Record<string, unknown> => {
  const texts = TEXTS.filter((name) => after.texts[name].trim() !== before.texts[name]);
  const isMoved = PLACES.some((name) => after.address[name].trim() !== before.address[name]);
  const place = PLACES.flatMap((name) => {
    const text = after.address[name].trim();
    return text === '' ? [] : [[name, text] as const];
  });
  return {
    ...Object.fromEntries(texts.map((name) => [name, after.texts[name].trim()])),
    ...(isMoved && { address: Object.fromEntries(place) }),
    ...(after.paymentDays !== before.paymentDays && { paymentDays: after.paymentDays ?? 'none' }),
    ...(after.reminderDays !== before.reminderDays && { reminderDays: after.reminderDays ?? 'none' }),
    ...(after.cashStep !== before.cashStep && { cashStep: after.cashStep ?? 'none' }),
    ...(after.logo !== before.logo && { logo: after.logo }),
  };
};

const inThousandths = (days: number | null): number | null => (days === null ? null : days * 1_000);
const inDays = (thousandths: number | null): number | null =>
  thousandths === null ? null : Math.round(thousandths / 1_000);

const KEPT = 'settings-seller';

/** How papers name the seller, being changed. */
export class SellerForm {
  texts = $state<Texts>() as Texts;
  address = $state<Address>() as Address;
  /** Thousandths of a day, as number fields count. */
  paymentDays = $state<number | null>(null);
  reminderDays = $state<number | null>(null);
  cashStep = $state<number | null>(null);
  logo = $state('');
  readonly submission: Submission;
  readonly #before: Seller;

  constructor(client: Client, settings: OpenedSettings) {
    this.#before = sellerIn(settings);
    const { texts, address, ...figures } = this.#before;
    const kept = keptFor(KEPT, this.#before) as Partial<Seller> | undefined;
    this.texts = withKept(texts, kept?.texts);
    this.address = withKept(address, kept?.address);
    const { paymentDays, reminderDays, cashStep, logo } = withKept(figures, kept);
    this.paymentDays = inThousandths(paymentDays);
    this.reminderDays = inThousandths(reminderDays);
    this.cashStep = cashStep;
    this.logo = logo;
    this.submission = new Submission(client);
  }

  get #written(): Seller {
    const { texts, address, cashStep, logo } = this;
    const [paymentDays, reminderDays] = [inDays(this.paymentDays), inDays(this.reminderDays)];
    return { texts, address, paymentDays, reminderDays, cashStep, logo };
  }

  get changes(): Record<string, unknown> {
    return sellerChanges(this.#before, this.#written);
  }

  /** What is not saved yet is there again after a reload, such as another language asks for. */
  keep(): void {
    keepFor(KEPT, this.#before, this.isChanged ? this.#written : undefined);
  }

  get isChanged(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  /** True once it is in the book. */
  async save(): Promise<boolean> {
    await this.submission.send('ChangeBookSettings', this.changes);
    return this.submission.state === 'saved';
  }
}
