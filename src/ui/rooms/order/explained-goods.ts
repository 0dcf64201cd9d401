import { currencyDigits } from '../../../domain/pricing/index.ts';
import { lineGross } from '../../../domain/pricing/line.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import type { ExplainedLine } from '../../explain/explanation.ts';
import { factor, money, percent, unitPrice } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';

/** Lines and what they were priced to: an order's as it stands, or a paper's as it was frozen. */
export interface Goods extends Pick<OrderPage, 'currency' | 'taxMode' | 'totals' | 'shipping'> {
  readonly lines: readonly Named[];
}

type Named = Pick<
  OrderPage['lines'][number],
  'lineId' | 'productId' | 'name' | 'unit' | 'unitPrice' | 'taxRate' | 'quantity'
> & { readonly variant?: string | undefined; readonly active?: number };

type Priced = Goods['totals']['lines'][number];

/** Each line with its price; a line that nothing is known of any more has none of these. */
const priced = ({ lines, totals }: Goods): readonly (Named & { readonly price: Priced })[] => {
  const prices = new Map(totals.lines.map((price) => [price.lineId, price]));
  return lines.flatMap((line) => {
    const price = prices.get(line.lineId);
    return price ? [{ ...line, price }] : [];
  });
};

const hrefOf = ({ productId }: Named): string => `#/products/${productId}`;

/** "2 × €6.00", by the quantity that the price was made of. */
const times = (line: Named, gross: number, currency: OrderPage['currency']): string | undefined => {
  const digits = currencyDigits(currency);
  const counted = [line.active, line.quantity].find(
    (some) =>
      some !== undefined && lineGross(some as Named['quantity'], line.unitPrice, digits) === BigInt(gross),
  );
  return counted === undefined
    ? undefined
    : m.explain_times({
        quantity: factor(counted, line.unit),
        price: unitPrice(line.unitPrice, currency),
      });
};

/** The lines as printed: each less its own discount. */
export const goodsLines = (goods: Goods): readonly ExplainedLine[] =>
  priced(goods).map((line) => {
    const { gross, discount } = line.price;
    const sum = times(line, gross, goods.currency);
    const less = m.explain_less({
      gross: money(gross, goods.currency),
      discount: money(discount, goods.currency),
    });
    const detail = [sum, discount === 0 ? undefined : less].filter((text) => text !== undefined).join('; ');
    return {
      ...{ id: line.lineId, text: goodsName(line), amount: gross - discount, href: hrefOf(line) },
      ...(detail !== '' && { detail }),
    };
  });

/** What each line bears of what was taken off the whole order. */
export const discountLines = (goods: Goods): readonly ExplainedLine[] =>
  priced(goods)
    .filter(({ price }) => price.orderDiscountShare !== 0)
    .map((line) => ({
      ...{ id: line.lineId, text: goodsName(line), amount: 0 - line.price.orderDiscountShare },
      ...{ href: hrefOf(line), detail: m.explain_share() },
    }));

/** The tax of one rate, line by line, with what it is charged on. */
export const taxLines = (goods: Goods, rate: number): readonly ExplainedLine[] => {
  const { currency, taxMode, totals, shipping } = goods;
  const detail = ({ net, total }: { readonly net: number; readonly total: number }): string =>
    taxMode === 'exclusive'
      ? m.explain_tax_on({ rate: percent(rate), net: money(net, currency) })
      : m.explain_tax_in({
          ...{ rate: percent(rate), gross: money(total, currency), net: money(net, currency) },
        });
  return [
    ...priced(goods)
      .filter(({ taxRate, price }) => taxRate === rate && price.total !== 0)
      .map((line) => ({
        ...{ id: line.lineId, text: goodsName(line), amount: line.price.tax, href: hrefOf(line) },
        detail: detail(line.price),
      })),
    ...(shipping?.taxRate === rate && totals.shipping.total !== 0
      ? [
          {
            ...{ id: 'shipping', text: m.order_sum_shipping(), amount: totals.shipping.tax },
            detail: detail(totals.shipping),
          },
        ]
      : []),
  ];
};
