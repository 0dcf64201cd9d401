import type { FormatSettings } from './format.ts';
import { pricedOf } from './order-entry.ts';
import type { LineRecord, OrderHead } from './order-record.ts';
import type { Remark } from './order-rows.ts';
import { rateFrom, shippingRate, taxModeOf, type Charged } from './tax-of-source.ts';

/** An order as web shops write it: what was charged is given, how it came about has to follow from it. */
export interface ShopHead extends Omit<
  OrderHead,
  'taxMode' | 'taxRate' | 'shippingTaxRate' | 'discount' | 'shipping'
> {
  /** Undefined where the rows don't say; then the lines say it. */
  readonly goods: number | undefined;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  /** Where the tax's name gives it. */
  readonly rate: number | undefined;
  readonly remarks: readonly Remark[];
}

const remark = (code: string, message: string, values: Remark['values'] = {}): Remark => ({
  code,
  message,
  values,
});

/** Order discount, tax mode and rate so that our total is the shop's; where it can't be, that is said. */
export const shopOrder = (shop: ShopHead, lines: readonly LineRecord[], { currency }: FormatSettings) => {
  const { goods: charged, shipping, tax, total, rate, remarks, ...about } = shop;
  const plain = { ...about, taxRate: 0, shipping, shippingTaxRate: 0, discount: 0 };
  const counted = (head: OrderHead) => pricedOf(currency, { system: '', reference: '', row: 0, head, lines });
  const before = counted({ ...plain, shipping: 0 });
  const worth = before ? before.subtotal - before.discountTotal : 0;
  const goods = charged ?? worth;
  const money: Charged = { goods, shipping, tax, total };
  const taxMode = taxModeOf(money);
  const taxed = lines.some((line) => line.taxRate === undefined) ? goods : 0;
  const taxRate = rate ?? rateFrom(tax, taxed === 0 ? goods : taxed, taxMode);
  const head: OrderHead = {
    ...plain,
    total,
    taxRate: tax === 0 ? 0 : taxRate,
    discount: Math.max(0, worth - goods),
    ...(taxMode && { taxMode }),
  };
  const whole = { ...head, shippingTaxRate: tax === 0 ? 0 : shippingRate(currency, head, lines, tax) };
  const ours = counted(whole)?.total;
  const differs =
    ours === undefined || ours === total
      ? []
      : [
          remark('total-differs', 'This order comes to another total here than in its shop.', {
            total,
            ours,
            currency,
          }),
        ];
  return { head: whole, lines, remarks: [...remarks, ...differs] };
};

/** Part of it had left the shop already, which an imported order can't say: a note on it does. */
export const partlyShipped = (what: string): Remark =>
  remark(
    'partly-shipped',
    'Part of this order was shipped before: it comes in as not shipped, with a note.',
    {
      what,
    },
  );

/** An order in another currency than the book's has no place in it. */
export const otherCurrency = 'This order is in another currency than the book.';
