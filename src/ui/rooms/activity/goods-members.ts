import type { ProductDescription, VariantOption } from '../../../domain/product/index.ts';
import type { Changed, FromTo } from '../../../views/activity/index.ts';
import { percent, unitPrice } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { unitShown } from '../products/unit-words.ts';
import { optionsText } from '../products/variant-options.ts';
import { membersNamed } from './members.ts';

const words = {
  description: m.import_field_description,
  vendor: m.import_field_vendor,
  tags: m.import_field_tags,
  images: m.activity_pictures,
} as const satisfies { readonly [Member in keyof ProductDescription]?: () => string };

const told = <Value>(
  name: string,
  change: FromTo<Value> | undefined,
  shown: (value: Value) => string,
): readonly string[] => {
  if (!change) return [];
  const { from, to } = change;
  if (from === undefined) return to === undefined ? [] : [m.activity_now({ name, after: shown(to) })];
  if (to === undefined) return [m.activity_no_more({ name, before: shown(from) })];
  return [m.order_told_revised_line({ name, before: shown(from), after: shown(to) })];
};

const asWritten = (text: string): string => text;

/** "Size: M → L"; all of them where they are called otherwise now. */
const toldOptions = (change: FromTo<readonly VariantOption[]> | undefined): readonly string[] => {
  const { from = [], to = [] } = change ?? {};
  const isAlike = from.length === to.length && from.every(({ name }, n) => name === to[n]?.name);
  if (!isAlike) return told(m.products_variant_options(), change, optionsText);
  return from.flatMap(({ name, value }, n) => {
    const after = to[n]?.value;
    return value === after
      ? []
      : told(name, { from: value, ...(after !== undefined && { to: after }) }, asWritten);
  });
};

/**
 * What of a product or variant was changed, one to a line, and from what to what; undefined where that is not known.
 * `price` is what its price is called, which is in `currency`.
 */
export const goodsMembers = (
  { values = {}, others }: Changed = {},
  price: string,
  currency: string,
): string | undefined => {
  const lines = [
    ...told(m.products_name(), values.name, asWritten),
    ...toldOptions(values.options),
    ...told(price, values.unitPrice, (amount) => unitPrice(amount, currency)),
    ...told(m.products_tax_rate(), values.taxRate, percent),
    ...told(m.products_unit(), values.unit, unitShown),
    ...told(m.products_sku(), values.sku, asWritten),
    ...told(m.products_barcode(), values.barcode, asWritten),
    membersNamed(words, others) ?? [],
  ].flat();
  return lines.length === 0 ? undefined : lines.join('\n');
};
