import * as z from 'zod/mini';
import {
  defineCommand,
  ok,
  on,
  reject,
  said,
  unlessSince,
  type Rejection,
  type Result,
} from '../../kernel/index.ts';
import { ProductId } from '../ids.ts';
import { PositiveQuantity } from '../pricing/index.ts';
import { MOST, stock, StockAdjusted, StockCounted, StockPolicySet, told } from '../stock/index.ts';
import { Reason } from '../text.ts';
import { unknownProduct } from './refusals.ts';
import { products, variantTitle, type ProductState } from './state.ts';

const quantity = PositiveQuantity.check(z.maximum(MOST));

interface Move {
  readonly productId: ProductId;
  /** The product itself, or one of its variants. */
  readonly from: ProductId;
  readonly to: ProductId;
}

/** Both are of this product, and what it goes to can be sold. */
const ofOne = ({ description, variants }: ProductState, move: Move): Result<undefined, Rejection> => {
  const { productId, from, to } = move;
  if (!description) return unknownProduct(productId);
  const isOf = (id: ProductId) => id === productId || variants.some(({ variantId }) => variantId === id);
  const stranger = [from, to].find((id) => !isOf(id));
  if (stranger !== undefined)
    return reject('unknown-variant', 'The product has no such variant.', { productId, variantId: stranger });
  const goal = variants.find(({ variantId }) => variantId === to);
  return goal?.archived
    ? reject('variant-archived', `“${variantTitle(goal)}” is archived: nobody could sell it there.`, {
        ...{ name: description.name, variant: variantTitle(goal), variantId: to },
      })
    : ok(undefined);
};

/**
 * From the product itself to one of its variants, back, or from variant to variant: nothing came and nothing went, so
 * that both are adjusted in one commit. `unavailable` of it can't be sold there either. What is kept for orders stays
 * where they were promised it.
 */
export const MoveStock = defineCommand({
  type: 'MoveStock',
  payload: z
    .strictObject({
      ...{ productId: ProductId, from: ProductId, to: ProductId, quantity },
      ...{ unavailable: z.optional(quantity), reason: Reason },
    })
    .check(
      z.refine(({ quantity: all, unavailable = 0 }) => unavailable <= all, {
        path: ['unavailable'],
        error: 'No more than what is moved.',
      }),
    ),
  permission: 'stock.move',
  load: async ({ productId, from, to }, read) => ({
    product: await read(products, productId),
    giving: await read(stock, from),
    taking: await read(stock, to),
  }),
  decide: (move, { product, giving, taking }) => {
    const known = ofOne(product.state, move);
    if (!known.ok) return known;
    const { from, to, quantity: all, unavailable = 0, reason } = move;
    if (from === to) return ok([]);
    const { onHand, reserved, unavailable: setAside } = giving.state;
    if (setAside < unavailable)
      return reject('more-than-unavailable', 'Less than that is kept aside as not to be sold.', {
        ...{ unavailable: setAside, wanted: unavailable },
      });
    const sellable = all - unavailable;
    const free = onHand - reserved - setAside;
    if (sellable > 0 && free < sellable)
      return reject('stock-promised', 'Some of it is promised to orders by now, so it can’t be booked off.', {
        ...{ productId: from, free, wanted: sellable },
      });
    const moved = (productId: ProductId, sign: 1 | -1) =>
      StockAdjusted({
        ...{ productId, delta: sign * all, reason },
        ...(unavailable > 0 && { unavailable: sign * unavailable }),
      });
    return ok([
      on(stock, from, moved(from, -1)),
      on(stock, to, ...told(taking.state, to, sellable, moved(to, 1))),
    ]);
  },
  inverse: (done) => {
    const { from, to, ...moved } = done.payload;
    // Goods that were counted by it for the first time are not any more.
    const isFirst = said(done, StockPolicySet) !== undefined;
    const uncounted = { type: 'SetStockPolicy', payload: { productId: to, policy: 'uncounted' } };
    const back = { type: 'MoveStock', payload: { ...moved, from: to, to: from, reason: done.reason } };
    return unlessSince(done, isFirst ? [StockCounted, StockPolicySet] : [StockCounted], () => [
      ...(isFirst ? [uncounted] : []),
      back,
    ]);
  },
});
