import * as z from 'zod/mini';
import {
  commandOn,
  defineCommand,
  ok,
  on,
  reject,
  type Decided,
  type NewEvent,
  type Rejection,
  type Result,
} from '../../kernel/index.ts';
import { CashStep } from '../pricing/index.ts';
import { same } from '../same.ts';
import { orNone, textOrNone } from '../text.ts';
import {
  BookOpened,
  BookSettings,
  BookSettingsChanged,
  NumberPrefix,
  OrderView,
  OrderViewsArranged,
  type SellerAddress,
} from './events.ts';
import { settingsBack, viewsBack } from './back.ts';
import { SetNumbering } from './numbering.ts';
import { usedAlike, withOwnPrefixes } from './settled.ts';
import { BOOK_ID, books } from './state.ts';

const { name, currency, taxMode, rounding, defaultTaxRate, numberPrefix, paymentDays, reminderDays } =
  BookSettings.shape;
const must = { name, currency, taxMode, rounding, defaultTaxRate, numberPrefix };
const line = z.optional(textOrNone(200));
const prefix = z.optional(z.union([z.literal(''), NumberPrefix]));

/** An empty text stands for none, as an address without a line does; a number is taken away by `none`. */
const may = {
  invoicePrefix: prefix,
  creditNotePrefix: prefix,
  cashStep: z.optional(z.union([CashStep, z.literal('none')])),
  sellerName: line,
  address: z.optional(
    z.strictObject({
      street: line,
      city: line,
      region: line,
      postcode: z.optional(textOrNone(30)),
      country: line,
    }),
  ),
  taxNumber: z.optional(textOrNone(60)),
  email: z.optional(textOrNone(320)),
  phone: z.optional(textOrNone(60)),
  web: line,
  bankDetails: z.optional(textOrNone(2000)),
  paymentDays: z.optional(z.union([paymentDays, z.literal('none')])),
  reminderDays: z.optional(z.union([reminderDays, z.literal('none')])),
  paymentTerms: z.optional(textOrNone(2000)),
  logo: z.optional(z.union([z.literal(''), BookSettings.shape.logo])),
};

const addressOf = (given: SellerAddress | undefined): SellerAddress | undefined => {
  const lines = Object.entries(given ?? {}).filter(([, value]) => orNone(value) !== undefined);
  return lines.length === 0 ? undefined : Object.fromEntries(lines);
};

const payload = z.strictObject({ ...must, ...may });
type Given = Omit<z.infer<typeof payload>, keyof typeof must> & Pick<BookSettings, keyof typeof must>;

const settled = (given: Given): BookSettings => ({
  name: given.name,
  currency: given.currency,
  taxMode: given.taxMode,
  rounding: given.rounding,
  defaultTaxRate: given.defaultTaxRate,
  numberPrefix: given.numberPrefix,
  invoicePrefix: orNone(given.invoicePrefix),
  creditNotePrefix: orNone(given.creditNotePrefix),
  cashStep: given.cashStep === 'none' ? undefined : given.cashStep,
  sellerName: orNone(given.sellerName),
  address: addressOf(given.address),
  taxNumber: orNone(given.taxNumber),
  email: orNone(given.email),
  phone: orNone(given.phone),
  web: orNone(given.web),
  bankDetails: orNone(given.bankDetails),
  paymentDays: given.paymentDays === 'none' ? undefined : given.paymentDays,
  reminderDays: given.reminderDays === 'none' ? undefined : given.reminderDays,
  paymentTerms: orNone(given.paymentTerms),
  logo: orNone(given.logo),
});

const written = (decided: Result<readonly NewEvent[], Rejection>): Result<readonly Decided[], Rejection> => {
  if (!decided.ok) return decided;
  return ok(decided.value.length === 0 ? [] : [on(books, BOOK_ID, ...decided.value)]);
};

export const OpenBook = defineCommand({
  type: 'OpenBook',
  payload,
  permission: 'book.settings',
  load: async (given, read) => {
    const { state } = await read(books, BOOK_ID);
    return { state, alike: await usedAlike(settled(given), state, read) };
  },
  decide: (given, { state: { opened, settings: present }, alike }) => {
    if (opened)
      return reject(
        'book-already-open',
        `The book “${present.name}” is open already; change its settings instead.`,
        {
          name: present.name,
        },
      );
    const settings = settled(given);
    return written(withOwnPrefixes(settings, alike, () => [BookOpened(settings)]));
  },
});

const changes = z.partial(payload);

const changedBy = (change: z.infer<typeof changes>, settings: BookSettings): BookSettings => {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return settled({ ...settings, ...said });
};

export const ChangeBookSettings = defineCommand({
  type: 'ChangeBookSettings',
  payload: changes,
  permission: 'book.settings',
  load: async (change, read) => {
    const { state } = await read(books, BOOK_ID);
    return { state, alike: await usedAlike(changedBy(change, state.settings), state, read) };
  },
  decide: (change, { state: { opened, settings }, alike }) => {
    if (!opened) return reject('book-not-open', 'Open the book first; then its settings can be changed.');
    const changed = changedBy(change, settings);
    return written(
      withOwnPrefixes(changed, alike, () => (same(changed, settings) ? [] : [BookSettingsChanged(changed)])),
    );
  },
  inverse: (done, then) => settingsBack(done, then),
});

/** More than stand above a list are found no faster than by filtering. */
const MOST_VIEWS = 30;

/** Keeps, renames, moves and lets go of ways to look at the orders: all are said, as they are to stand. */
export const ArrangeOrderViews = commandOn(books)({
  type: 'ArrangeOrderViews',
  payload: z.strictObject({ views: z.array(OrderView).check(z.maxLength(MOST_VIEWS)) }),
  permission: 'order.note',
  id: () => BOOK_ID,
  decide: ({ views }, present) => ok(same(views, present.views) ? [] : [OrderViewsArranged({ views })]),
  inverse: (done, then) => viewsBack(done, then),
});

export const bookCommands = [OpenBook, ChangeBookSettings, SetNumbering, ArrangeOrderViews];
