import * as z from 'zod/mini';
import { commandOn, ok, reject, unlessSince, said } from '../../../kernel/index.ts';
import { FulfilmentId, OrderId } from '../../ids.ts';
import { orNone, textOrNone } from '../../text.ts';
import { chosen, LineQuantities, type Room } from '../chosen.ts';
import {
  ItemsCollected,
  ItemsDelivered,
  ItemsPrepared,
  ItemsReady,
  ItemsShipped,
  PreparationUndone,
} from '../events.ts';
import type { LineQuantity } from '../parts.ts';
import { unprepared } from '../prepared.ts';
import { called, heldBy, whenOpen, type Decision } from '../refusals.ts';
import { orders, type OrderState } from '../state.ts';

const lines = z.optional(LineQuantities);
const ofOrder = { orderId: OrderId, lines };
const fulfilment = { ...ofOrder, fulfilmentId: FulfilmentId };

interface Asked {
  readonly orderId: OrderId;
  readonly fulfilmentId: FulfilmentId;
  readonly lines?: readonly LineQuantity[] | undefined;
}

const toShip: Room = {
  of: (line) => line.left,
  none: ['nothing-to-ship', 'has nothing left to ship.'],
  less: ['more-than-left', 'There is less left to ship of'],
};
const toCollect: Room = { ...toShip, none: ['nothing-to-collect', 'has nothing left to hand over.'] };
const toPrepare: Room = {
  of: (line) => line.active - line.prepared,
  none: ['nothing-to-prepare', 'has nothing left to prepare.'],
  less: ['more-than-left', 'There is less left to prepare of'],
};
const toMarkReady: Room = {
  of: (line) => line.left - line.ready,
  none: ['nothing-to-mark-ready', 'has nothing left that could wait to be fetched.'],
  less: ['more-than-left', 'There is less left of'],
};
const toPutBack: Room = {
  of: (line) => line.prepared - line.shipped,
  none: ['nothing-prepared', 'has nothing prepared that is still here.'],
  less: ['more-than-prepared', 'Less is prepared of'],
};
const toDeliver: Room = {
  of: (line) => line.shipped - line.delivered,
  none: ['nothing-to-deliver', 'has nothing on its way.'],
  less: ['more-than-shipped', 'Less is on its way of'],
};

/** Decides for goods that are made ready or go: each id once, and nothing of an order on hold. */
const fulfilling = (
  { orderId, fulfilmentId, lines: asked }: Asked,
  state: OrderState,
  room: Room,
  events: (chosen: LineQuantity[]) => Extract<Decision, { ok: true }>['value'],
): Decision =>
  whenOpen(orderId, state, () => {
    if (state.fulfilments.includes(fulfilmentId))
      return reject('fulfilment-exists', 'This is recorded already; nothing was done a second time.', {
        fulfilmentId,
      });
    if (state.hold)
      return reject('on-hold', `${called(state)} is on hold: ${state.hold.reason}`, heldBy(state.hold));
    const some = chosen(state, asked, room);
    return some.ok ? ok(events(some.value)) : some;
  });

/** What of it was not made ready before: it is now, since it goes. */
const preparing = (
  state: OrderState,
  fulfilmentId: FulfilmentId,
  some: readonly LineQuantity[],
  standsThere?: Parameters<typeof unprepared>[2],
) => {
  const missing = unprepared(state, some, standsThere);
  return missing.length > 0 ? [ItemsPrepared({ fulfilmentId, lines: missing })] : [];
};

/** Goods are put together, to go later. */
export const PrepareItems = commandOn(orders)({
  type: 'PrepareItems',
  payload: z.strictObject(fulfilment),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: (asked, state) =>
    fulfilling(asked, state, toPrepare, (some) => [
      ItemsPrepared({ fulfilmentId: asked.fulfilmentId, lines: some }),
    ]),
  inverse: (done) =>
    unlessSince(done, [PreparationUndone, ItemsReady, ItemsShipped, ItemsCollected], () => [
      {
        type: 'UndoPrepare',
        payload: { orderId: done.payload.orderId, lines: said(done, ItemsPrepared)?.lines ?? [] },
      },
    ]),
});

/** Prepared goods go back to the shelf. */
export const UndoPrepare = commandOn(orders)({
  type: 'UndoPrepare',
  payload: z.strictObject(ofOrder),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, lines: asked }, state) =>
    whenOpen(orderId, state, () => {
      const some = chosen(state, asked, toPutBack);
      return some.ok ? ok([PreparationUndone({ lines: some.value })]) : some;
    }),
});

/** Prepared goods wait for whoever fetches them. */
export const MarkReady = commandOn(orders)({
  type: 'MarkReady',
  payload: z.strictObject(fulfilment),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: (asked, state) =>
    fulfilling(asked, state, toMarkReady, (some) => [
      // What waits already is spoken for.
      ...preparing(state, asked.fulfilmentId, some, (line) => line.prepared - line.shipped - line.ready),
      ItemsReady({ fulfilmentId: asked.fulfilmentId, lines: some }),
    ]),
});

/** Goods leave the house. Payment is not asked about. */
export const ShipItems = commandOn(orders)({
  type: 'ShipItems',
  payload: z.strictObject({
    ...fulfilment,
    carrier: z.optional(textOrNone(200)),
    tracking: z.optional(textOrNone(200)),
  }),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: ({ carrier, tracking, ...asked }, state) =>
    fulfilling(asked, state, toShip, (some) => [
      ...preparing(state, asked.fulfilmentId, some),
      ItemsShipped({
        fulfilmentId: asked.fulfilmentId,
        lines: some,
        carrier: orNone(carrier),
        tracking: orNone(tracking),
        stock: 'leaves',
      }),
    ]),
});

/** What was shipped has arrived. */
export const DeliverItems = commandOn(orders)({
  type: 'DeliverItems',
  payload: z.strictObject(ofOrder),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, lines: asked }, state) =>
    whenOpen(orderId, state, () => {
      const some = chosen(state, asked, toDeliver);
      return some.ok ? ok([ItemsDelivered({ lines: some.value })]) : some;
    }),
});

/** Goods are handed over: they leave and have arrived in one. */
export const CollectItems = commandOn(orders)({
  type: 'CollectItems',
  payload: z.strictObject(fulfilment),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: (asked, state) =>
    fulfilling(asked, state, toCollect, (some) => [
      ...preparing(state, asked.fulfilmentId, some),
      ItemsCollected({ fulfilmentId: asked.fulfilmentId, lines: some, stock: 'leaves' }),
    ]),
});
