import * as z from 'zod/mini';
import { commandOn, ok, reject, type NewEvent, said, unlessSince } from '../../../kernel/index.ts';
import { ProductId } from '../../ids.ts';
import { PositiveQuantity, Quantity } from '../../pricing/index.ts';
import { quantity } from '../../quantity.ts';
import { orNone, Reason, textOrNone } from '../../text.ts';
import {
  BufferSet,
  ReorderLevelSet,
  StockAdjusted,
  StockCounted,
  StockPolicy,
  StockPolicySet,
  StockReceived,
} from '../events.ts';
import { stock, type StockState } from '../state.ts';
import { counterMove } from '../counter-move.ts';
import { arrived, told } from '../arrived.ts';
import { policySet } from '../counting.ts';

/** A billion of anything: far from where sums stop being exact, far beyond any shelf. */
export const MOST = 1_000_000_000_000;
const most = z.maximum(MOST);
const note = z.optional(textOrNone(2000));

const known = (productId: ProductId, state: StockState, decide: () => readonly NewEvent[]) =>
  state.policy === undefined
    ? reject('unknown-product', 'There is no such product, so there is no stock of it.', { productId })
    : ok(decide());

export const ReceiveStock = commandOn(stock)({
  type: 'ReceiveStock',
  payload: z.strictObject({ productId: ProductId, quantity: PositiveQuantity.check(most), note }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    known(payload.productId, state, () =>
      told(
        state,
        payload.productId,
        payload.quantity,
        StockReceived({ ...payload, note: orNone(payload.note) }),
      ),
    ),
  inverse: (done, then) => counterMove(done, then, 0 - done.payload.quantity),
});

const Delta = z.int().check(z.minimum(-MOST), most);

/** What is there by `delta` more or less than the book says, and what of it by `unavailable` more or less can't be sold. */
export const AdjustStock = commandOn(stock)({
  type: 'AdjustStock',
  payload: z
    .strictObject({ productId: ProductId, delta: Delta, unavailable: z.optional(Delta), reason: Reason })
    .check(
      z.refine(({ delta, unavailable = 0 }) => delta !== 0 || unavailable !== 0, {
        path: ['delta'],
        error: 'An adjustment by nothing is none.',
      }),
    ),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) => {
    const { productId, delta, unavailable = 0 } = payload;
    if (state.policy !== undefined && state.unavailable + unavailable < 0)
      return reject('more-than-unavailable', 'Less than that is kept aside as not to be sold.', {
        unavailable: state.unavailable,
        wanted: 0 - unavailable,
      });
    return known(productId, state, () => [
      StockAdjusted({ ...payload, unavailable: unavailable === 0 ? undefined : unavailable }),
      ...arrived(state, productId, delta - unavailable),
    ]);
  },
  inverse: (done, then) => {
    const { delta, unavailable = 0 } = done.payload;
    return counterMove(done, then, 0 - delta, 0 - unavailable);
  },
});

/** So much is kept back, whoever wants it. What is promised stays promised. */
export const SetBuffer = commandOn(stock)({
  type: 'SetBuffer',
  payload: z.strictObject({ productId: ProductId, quantity: Quantity.check(most), reason: Reason }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    known(payload.productId, state, () =>
      payload.quantity === state.buffer
        ? []
        : [
            BufferSet({ ...payload, before: quantity(state.buffer) }),
            ...arrived(state, payload.productId, state.buffer - payload.quantity),
          ],
    ),
  inverse: (done) => {
    const { productId } = done.payload;
    const before = said(done, BufferSet)?.before ?? 0;
    return unlessSince(done, [BufferSet], () => [
      { type: 'SetBuffer', payload: { productId, quantity: before, reason: done.reason } },
    ]);
  },
});

/** From so much available on it stands among what is to be ordered; `none`: it never does. */
export const SetReorderLevel = commandOn(stock)({
  type: 'SetReorderLevel',
  payload: z.strictObject({
    productId: ProductId,
    level: z.union([PositiveQuantity.check(most), z.literal('none')]),
  }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: ({ productId, level: asked }, state) => {
    const level = asked === 'none' ? undefined : asked;
    return known(productId, state, () =>
      level === state.reorderLevel ? [] : [ReorderLevelSet({ productId, level })],
    );
  },
  inverse: async (done, { before }) => {
    const { productId } = done.payload;
    const { reorderLevel: level = 'none' } = (await before(stock, productId)).state;
    return unlessSince(done, [ReorderLevelSet], () => [
      { type: 'SetReorderLevel', payload: { productId, level } },
    ]);
  },
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
      const movement = StockCounted({ productId, counted, expected, delta, note: orNone(remark) });
      return told(state, productId, delta, movement);
    }),
  inverse: (done, then) => counterMove(done, then, 0 - (said(done, StockCounted)?.delta ?? 0)),
});

export const SetStockPolicy = commandOn(stock)({
  type: 'SetStockPolicy',
  payload: z.strictObject({ productId: ProductId, policy: StockPolicy }),
  permission: 'stock.move',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    known(payload.productId, state, () => policySet(state, payload.productId, payload.policy)),
  inverse: async (done, { before }) => {
    const { productId } = done.payload;
    const { policy } = (await before(stock, productId)).state;
    return unlessSince(done, [StockPolicySet], () => [
      { type: 'SetStockPolicy', payload: { productId, policy } },
    ]);
  },
});
