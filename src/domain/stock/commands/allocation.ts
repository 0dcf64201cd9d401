import * as z from 'zod/mini';
import { commandOn, ok } from '../../../kernel/index.ts';
import { FulfilmentId, LineId, OrderId, ProductId, ReturnId } from '../../ids.ts';
import { PositiveQuantity } from '../../pricing/index.ts';
import { quantity } from '../../quantity.ts';
import { claimOf, returnedBy, type Claim } from '../claims.ts';
import { StockIssued, StockReleased, StockReserved, StockReturned } from '../events.ts';
import { available, isCounted, policyOf, stock, type StockState } from '../state.ts';
import { serveWaiting } from '../waiting.ts';

// The stock allocation process gives these. None is ever refused: what it asks has happened to the order already.

const ofLine = { productId: ProductId, orderId: OrderId, lineId: LineId };

interface Line {
  readonly productId: ProductId;
  readonly orderId: OrderId;
  readonly lineId: LineId;
}

/** Nobody counts it: the line is settled at once, and what of it is still to go is remembered in case somebody begins to. */
const settled = (
  line: Line,
  claim: Claim,
  { left, ask }: { readonly left: number; readonly ask: number | undefined },
) =>
  ask === undefined && left === claim.uncounted
    ? []
    : [
        StockReserved({
          ...line,
          ...{ quantity: quantity(0), waited: quantity(0), backOrdered: quantity(0), short: quantity(0) },
          ...(left > 0 && { uncounted: PositiveQuantity.parse(left) }),
          ask,
        }),
      ];

/** `surplus` of a claim is free again, first what isn't kept; those who wait are served with the rest. */
const givenUp = (
  state: StockState,
  line: Line,
  { claim, surplus, ask }: { readonly claim: Claim; readonly surplus: number; readonly ask?: number },
) => {
  const dropped = Math.min(surplus, claim.backOrdered);
  const freed = Math.min(surplus - dropped, claim.reserved);
  const still = Math.max(0, claim.uncounted - surplus);
  return [
    StockReleased({
      ...{ ...line, quantity: quantity(freed), backOrderDropped: quantity(dropped), ask },
      ...(still > 0 && { uncounted: PositiveQuantity.parse(still) }),
    }),
    ...serveWaiting(state, line.productId, available(state) + freed, claim),
  ];
};

/**
 * Sees to it that the line has `quantity` in all, reserved, waited for, or gone already: what it has beyond is given up.
 * What is short waits, unless the product's policy is to block; with `backOrder: 'always'` it waits all the same.
 * `ask` numbers the order's askings: each is answered by exactly one event. Without it, asking again for as much changes
 * nothing and is not answered.
 */
export const ReserveStock = commandOn(stock)({
  type: 'ReserveStock',
  payload: z.strictObject({
    ...ofLine,
    quantity: PositiveQuantity,
    backOrder: z.optional(z.enum(['by-policy', 'always'])),
    ask: z.optional(z.int().check(z.positive())),
  }),
  permission: 'stock.allocate',
  id: ({ productId }) => productId,
  decide: ({ backOrder, quantity: wanted, ask, ...line }, state) => {
    const claim = claimOf(state.claims, line.orderId, line.lineId);
    if (ask !== undefined && ask <= claim.ask) return ok([]);
    if (!isCounted(state)) return ok(settled(line, claim, { left: Math.max(0, wanted - claim.issued), ask }));
    const missing = wanted - claim.issued - claim.reserved - claim.backOrdered;
    if (missing < 0 && ask !== undefined)
      return ok(givenUp(state, line, { claim, surplus: 0 - missing, ask }));
    const now = Math.max(0, Math.min(missing, available(state)));
    const uncovered = Math.max(0, missing) - now;
    const waits = policyOf(state) !== 'block' || backOrder === 'always' ? uncovered : 0;
    const backOrdered = claim.backOrdered + waits;
    const short = claim.backOrdered + uncovered;
    const known = now === 0 && waits === 0 && short === claim.short;
    if (ask === undefined && (missing <= 0 || known)) return ok([]);
    return ok([
      StockReserved({
        ...line,
        quantity: quantity(now),
        waited: quantity(claim.backOrdered),
        backOrdered: quantity(backOrdered),
        short: quantity(short),
        ask,
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
    const surplus = Math.min(some ?? Infinity, claim.reserved + claim.backOrdered + claim.uncounted);
    return ok(surplus === 0 ? [] : givenUp(state, line, { claim, surplus }));
  },
});

/**
 * The goods are gone, whether reserved or not, so on hand may fall below zero; where nobody counts, it stays. Once per
 * fulfilment of a line.
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
        uncounted: isCounted(state) ? undefined : true,
      }),
    ]);
  },
});

/**
 * Goods came back: `quantity` of the line by this return and with this disposition in all, so that asking again brings
 * nothing again.
 */
export const ReturnStock = commandOn(stock)({
  type: 'ReturnStock',
  payload: z.strictObject({
    ...ofLine,
    returnId: ReturnId,
    disposition: z.enum(['restock', 'damaged', 'discard']),
    quantity: PositiveQuantity,
  }),
  permission: 'stock.allocate',
  id: ({ productId }) => productId,
  decide: ({ quantity: inAll, ...by }, state) => {
    const claim = claimOf(state.claims, by.orderId, by.lineId);
    const more = inAll - returnedBy(claim, by.returnId, by.disposition);
    if (more <= 0) return ok([]);
    const free = available(state) + (by.disposition === 'restock' ? more : 0);
    return ok([
      StockReturned({ ...by, quantity: quantity(more), uncounted: isCounted(state) ? undefined : true }),
      ...serveWaiting(state, by.productId, free),
    ]);
  },
});
