import * as z from 'zod/mini';
import { commandOn, ok } from '../../../kernel/index.ts';
import { FulfilmentId, LineId, OrderId, ProductId } from '../../ids.ts';
import { PositiveQuantity } from '../../pricing/index.ts';
import { quantity } from '../../quantity.ts';
import { claimOf } from '../claims.ts';
import { StockIssued, StockReleased, StockReserved } from '../events.ts';
import { available, policyOf, stock } from '../state.ts';
import { serveWaiting } from '../waiting.ts';

// The stock allocation process gives these. None is ever refused: what it asks has happened to the order already.

const ofLine = { productId: ProductId, orderId: OrderId, lineId: LineId };

/**
 * Sees to it that the line has `quantity` in all, reserved or gone already; asking again for as much changes nothing.
 * What is short waits, unless the product's policy is to block; with `backOrder: 'always'` it waits all the same.
 */
export const ReserveStock = commandOn(stock)({
  type: 'ReserveStock',
  payload: z.strictObject({
    ...ofLine,
    quantity: PositiveQuantity,
    backOrder: z.optional(z.enum(['by-policy', 'always'])),
  }),
  permission: 'stock.allocate',
  id: ({ productId }) => productId,
  decide: ({ backOrder, quantity: wanted, ...line }, state) => {
    const claim = claimOf(state.claims, line.orderId, line.lineId);
    const missing = wanted - claim.issued - claim.reserved - claim.backOrdered;
    const now = Math.min(missing, Math.max(0, available(state)));
    const uncovered = missing - now;
    const waits = policyOf(state) !== 'block' || backOrder === 'always' ? uncovered : 0;
    const backOrdered = claim.backOrdered + waits;
    const short = claim.backOrdered + uncovered;
    const known = now === 0 && waits === 0 && short === claim.short;
    if (missing <= 0 || known) return ok([]);
    return ok([
      StockReserved({
        ...line,
        quantity: quantity(now),
        waited: quantity(claim.backOrdered),
        backOrdered: quantity(backOrdered),
        short: quantity(short),
      }),
    ]);
  },
});

/** Gives up all of the line's claim, or as much as `quantity`: first what only waits, then what is reserved. */
export const ReleaseStock = commandOn(stock)({
  type: 'ReleaseStock',
  payload: z.strictObject({ ...ofLine, quantity: z.optional(PositiveQuantity) }),
  permission: 'stock.allocate',
  id: ({ productId }) => productId,
  decide: ({ quantity: some, ...line }, state) => {
    const claim = claimOf(state.claims, line.orderId, line.lineId);
    const dropped = Math.min(some ?? claim.backOrdered, claim.backOrdered);
    const freed = Math.min(some === undefined ? claim.reserved : some - dropped, claim.reserved);
    if (dropped + freed === 0) return ok([]);
    return ok([
      StockReleased({ ...line, quantity: quantity(freed), backOrderDropped: quantity(dropped) }),
      ...serveWaiting(state, line.productId, available(state) + freed, claim),
    ]);
  },
});

/**
 * The goods are gone, whether reserved or not, so on hand may fall below zero. Once per fulfilment of a line.
 */
export const IssueStock = commandOn(stock)({
  type: 'IssueStock',
  payload: z.strictObject({ ...ofLine, fulfilmentId: FulfilmentId, quantity: PositiveQuantity }),
  permission: 'stock.allocate',
  id: ({ productId }) => productId,
  decide: (payload, state) => {
    const claim = claimOf(state.claims, payload.orderId, payload.lineId);
    if (claim.fulfilments.includes(payload.fulfilmentId)) return ok([]);
    const fromReserved = Math.min(claim.reserved, payload.quantity);
    const dropped = Math.min(claim.backOrdered, payload.quantity - fromReserved);
    return ok([
      StockIssued({
        ...payload,
        fromReserved: quantity(fromReserved),
        backOrderDropped: quantity(dropped),
      }),
    ]);
  },
});
