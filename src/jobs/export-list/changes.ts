import type { CurrencyCode } from '../../domain/pricing/index.ts';
import type { ActivityEntry, Changed, FromTo } from '../../views/activity/index.ts';
import { money, percent, price, quantity } from '../../views/listing/cells.ts';
import { fieldTitles } from '../import-book/formats/plain/fields.ts';

/** `PaymentRecorded`, `paymentDays` in words. */
export const inWords = (name: string): string =>
  name.charAt(0).toUpperCase() +
  name.slice(1).replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const goodsTitles: Readonly<Record<string, string>> = {
  ...fieldTitles.products,
  ...{ name: 'Name', unitPrice: fieldTitles.products.price, images: 'Pictures' },
};
const customerTitles: Readonly<Record<string, string>> = fieldTitles.customers;

const named = (members: readonly string[] = [], titles: Readonly<Record<string, string>> = {}) =>
  members.map((member) => titles[member] ?? inWords(member));

const fromTo = (name: string, from = '', to = ''): string => `${name}: ${`${from} → ${to}`.trim()}`;

const told = <Value>(
  member: string,
  change: FromTo<Value> | undefined,
  shown: (value: Value) => string,
): readonly string[] => {
  if (!change) return [];
  const [from, to] = [change.from, change.to].map((value) => (value === undefined ? '' : shown(value)));
  return [fromTo(goodsTitles[member] ?? inWords(member), from, to)];
};

const asWritten = (text: string): string => text;

const goods = ({ values = {}, others }: Changed): readonly string[] => [
  ...told('name', values.name, asWritten),
  ...told('options', values.options, (options) =>
    options.map(({ name, value }) => `${name} ${value}`).join(', '),
  ),
  ...told('unitPrice', values.unitPrice, (amount) => price(amount).number),
  ...told('taxRate', values.taxRate, (rate) => percent(rate).number),
  ...told('unit', values.unit, asWritten),
  ...told('sku', values.sku, asWritten),
  ...told('barcode', values.barcode, asWritten),
  ...named(others, goodsTitles),
];

const linesOf = (
  { told: { type, data }, changed = {} }: ActivityEntry,
  currency: CurrencyCode | undefined,
): readonly string[] => {
  switch (type) {
    case 'ProductChanged':
    case 'VariantChanged':
      return goods(changed);
    case 'BookSettingsChanged':
      return named(changed.others);
    case 'CustomerChanged':
      return named(data.changed, customerTitles);
    case 'OrderRevised': {
      const total = [data.total.before, data.total.after] as const;
      const [before, after] = total.map((amount) => (currency ? money(amount, currency).number : ''));
      return [
        ...data.lines.map((line) =>
          fromTo(line.name, quantity(line.before).number, quantity(line.after).number),
        ),
        ...(before === after ? [] : [fromTo('Total', before, after)]),
      ];
    }
    default:
      return [];
  }
};

/** What of it was changed, and from what to what where that is short: "Price: 4.50 → 5.00; Description". */
export const changesOf = (entry: ActivityEntry, currency: CurrencyCode | undefined): string =>
  linesOf(entry, currency).join('; ');
