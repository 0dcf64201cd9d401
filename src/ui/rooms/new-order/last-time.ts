import type { ProductRow } from '../../../views/products/row.ts';
import { sold, type Sellable } from './sold.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { stockItemOf, type TypedLine } from './typed-order.ts';

/** What a customer had, as it is sold today. */
export interface LastTime {
  /** Thousandths of each, at today's price. */
  readonly goods: readonly { readonly product: Sellable; readonly quantity: number }[];
  /** Names of what is not sold any more. */
  readonly gone: readonly string[];
}

type Former = Pick<TypedLine, 'productId' | 'variantId' | 'variant' | 'name'> & { readonly quantity: number };

/** The lines of a former order with what its products cost and are called today. */
export const asLastTime = (lines: readonly Former[], products: readonly ProductRow[]): LastTime => {
  const inUse = products.filter(({ shelf }) => shelf !== 'archived');
  const onSale = new Map(sold(inUse, '').map((product) => [stockItemOf(product), product]));
  const goods = lines.flatMap((line) => {
    const product = onSale.get(stockItemOf(line));
    return product ? [{ product, quantity: line.quantity }] : [];
  });
  return { goods, gone: lines.filter((line) => !onSale.has(stockItemOf(line))).map(goodsName) };
};
