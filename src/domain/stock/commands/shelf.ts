import * as z from 'zod/mini';
import { commandOn, ok, reject, type NewEvent } from '../../../kernel/index.ts';
import { ProductId } from '../../ids.ts';
import { PositiveQuantity, Quantity } from '../../pricing/index.ts';
import { orNone, Reason, textOrNone } from '../../text.ts';
import { StockAdjusted, StockCounted, StockPolicy, StockPolicySet, StockReceived } from '../events.ts';
import { available, stock, type StockState } from '../state.ts';
import { serveWaiting } from '../waiting.ts';

/** A billion of anything: far from where sums stop being exact, far beyond any shelf. */
const MOST = 1_000_000_000_000;
const most = z.maximum(MOST);
const note = z.optional(textOrNone(2000));

const known = (productId: ProductId, state: StockState, decide: () => readonly NewEvent[]) =>
  state.policy === undefined
    ? reject('unknown-product', 'There is no such product, so there is no stock of it.', { productId })
    : ok(decide());

const arrived = (state: StockState, productId: ProductId, delta: number) =>
  serveWaiting(state, productId, available(state) + delta);

export const ReceiveStock = commandOn(stock)({
  type: 'ReceiveStock',
  payload: z.strictObject({ productId: ProductId, quantity: PositiveQuantity.check(most), note }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    known(payload.productId, state, () => [
      StockReceived({ ...payload, note: orNone(payload.note) }),
      ...arrived(state, payload.productId, payload.quantity),
    ]),
});

const Delta = z.int().check(
  z.minimum(-MOST),
  most,
  z.refine((delta) => delta !== 0, 'An adjustment by nothing is none.'),
);

export const AdjustStock = commandOn(stock)({
  type: 'AdjustStock',
  payload: z.strictObject({ productId: ProductId, delta: Delta, reason: Reason }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    known(payload.productId, state, () => [
      StockAdjusted(payload),
      ...arrived(state, payload.productId, payload.delta),
    ]),
});

/** What lies there is what was counted: booked as the difference to what the book expected. */
export const CountStock = commandOn(stock)({
  type: 'CountStock',
  payload: z.strictObject({ productId: ProductId, counted: Quantity.check(most), note }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: ({ productId, counted, note: remark }, state) =>
    known(productId, state, () => {
      const expected = state.onHand;
      const delta = counted - expected;
      return [
        StockCounted({ productId, counted, expected, delta, note: orNone(remark) }),
        ...arrived(state, productId, delta),
      ];
    }),
});

export const SetStockPolicy = commandOn(stock)({
  type: 'SetStockPolicy',
  payload: z.strictObject({ productId: ProductId, policy: StockPolicy }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    known(payload.productId, state, () => (payload.policy === state.policy ? [] : [StockPolicySet(payload)])),
});
