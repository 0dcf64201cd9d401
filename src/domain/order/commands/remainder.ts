import * as z from 'zod/mini';
import { commandOn, ok, reject, unlessSince } from '../../../kernel/index.ts';
import { OrderId } from '../../ids.ts';
import { priceOrder } from '../../pricing/index.ts';
import { Reason } from '../../text.ts';
import { chosen, LineQuantities, type Room } from '../chosen.ts';
import {
  LineRemainderCancelled,
  OrderArchived,
  OrderReopened,
  OrderUnarchived,
  ItemsPrepared,
  OrderHeld,
  OrderRevised,
} from '../events.ts';
import { completed } from '../finished.ts';
import { added } from '../goods.ts';
import { puttingBack } from '../prepared.ts';
import { called, refusedPrice, unknownOrder, whenOpen } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';
import { toPrice } from '../totals.ts';

const toCancel: Room = {
  of: (line) => line.left,
  none: ['nothing-to-cancel', 'has nothing left that could be cancelled.'],
  less: ['more-than-left', 'There is less left to cancel of'],
};

/** What is not shipped yet, or a part of it, is off. Money untouched; a discount is capped by what is left. */
export const CancelRemainder = commandOn(orders)({
  type: 'CancelRemainder',
  payload: z.strictObject({ orderId: OrderId, lines: z.optional(LineQuantities), reason: Reason }),
  permission: 'order.cancel',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, lines: asked, reason }, state) =>
    whenOpen(orderId, state, () => {
      const off = chosen(state, asked, toCancel);
      if (!off.ok) return off;
      const after = { ...state, cancelledItems: added(state.cancelledItems, off.value) };
      const priced = priceOrder({ ...toPrice(after), excessDiscount: 'cap' });
      if (!priced.ok) return refusedPrice(priced.error, state);
      const kept = new Map(toPrice(after).lines.map((line) => [line.lineId, line.quantity]));
      return ok([
        ...puttingBack(state, (lineId) => kept.get(lineId) ?? 0),
        LineRemainderCancelled({ lines: off.value, reason, totals: priced.value }),
      ]);
    }),
});

/** A cancelled order is on again, as it was agreed. */
export const ReopenOrder = commandOn(orders)({
  type: 'ReopenOrder',
  payload: z.strictObject({ orderId: OrderId, reason: Reason }),
  permission: 'order.cancel',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, reason }, state) => {
    const standing = lifecycle(state);
    if (standing === 'none') return unknownOrder(orderId);
    return standing === 'cancelled'
      ? ok([OrderReopened({ reason })])
      : reject('not-cancelled', `${called(state)} is not cancelled.`, { orderId, lifecycle: standing });
  },
  inverse: (done) =>
    unlessSince(done, [OrderRevised, ItemsPrepared, OrderHeld, LineRemainderCancelled], () => [
      { type: 'CancelOrder', payload: { orderId: done.payload.orderId, reason: done.reason } },
    ]),
});

/** Out of the way, once nothing is left to do with it. */
export const ArchiveOrder = commandOn(orders)({
  type: 'ArchiveOrder',
  payload: z.strictObject({ orderId: OrderId }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId }, state) => {
    const standing = lifecycle(state);
    if (standing === 'none') return unknownOrder(orderId);
    if (state.archived) return ok([]);
    return standing === 'cancelled' || standing === 'discarded' || completed(state)
      ? ok([OrderArchived({})])
      : reject('not-finished', `${called(state)} is not finished yet.`, { orderId, lifecycle: standing });
  },
  inverse: (done) =>
    unlessSince(done, [OrderUnarchived], () => [{ type: 'UnarchiveOrder', payload: done.payload }]),
});

export const UnarchiveOrder = commandOn(orders)({
  type: 'UnarchiveOrder',
  payload: z.strictObject({ orderId: OrderId }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId }, state) => {
    if (lifecycle(state) === 'none') return unknownOrder(orderId);
    return ok(state.archived ? [OrderUnarchived({})] : []);
  },
  inverse: (done) =>
    unlessSince(done, [OrderArchived], () => [{ type: 'ArchiveOrder', payload: done.payload }]),
});
