import * as z from 'zod/mini';
import { commandOn, ok, reject, unlessSince } from '../../../kernel/index.ts';
import { OrderId } from '../../ids.ts';
import { same } from '../../same.ts';
import { Reason, Remark } from '../../text.ts';
import { NoteAdded, OrderAllocated, OrderCancelled, OrderHeld, OrderReleased } from '../events.ts';
import { LineAllocation, ShortLine } from '../parts.ts';
import { puttingBack } from '../prepared.ts';
import { called, heldBy, unknownOrder, whenOpen } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle, progress } from '../status.ts';
import { onAgain } from '../on-again.ts';

/** Off, before anything left the house. Money stays as it is: what was paid shows as a refund due. */
export const CancelOrder = commandOn(orders)({
  type: 'CancelOrder',
  payload: z.strictObject({ orderId: OrderId, reason: Reason }),
  permission: 'order.cancel',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, reason }, state) =>
    whenOpen(orderId, state, () =>
      progress(state).every(({ shipped }) => shipped === 0)
        ? ok([...puttingBack(state, () => 0), OrderCancelled({ reason })])
        : reject('already-shipped', `Part of ${called(state)} was shipped, so it cannot be cancelled.`, {
            orderId,
          }),
    ),
  inverse: (done, then) => onAgain(done, then),
});

export const HoldOrder = commandOn(orders)({
  type: 'HoldOrder',
  payload: z.strictObject({ orderId: OrderId, reason: Reason }),
  permission: 'order.hold',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, reason }, state) =>
    whenOpen(orderId, state, () =>
      state.hold
        ? reject(
            'already-on-hold',
            `${called(state)} is on hold already: ${state.hold.reason}`,
            heldBy(state.hold),
          )
        : ok([OrderHeld({ reason, cause: 'person' })]),
    ),
  inverse: (done) =>
    unlessSince(done, [OrderHeld, OrderReleased, OrderCancelled], () => [
      { type: 'ReleaseOrder', payload: { orderId: done.payload.orderId } },
    ]),
});

export const ReleaseOrder = commandOn(orders)({
  type: 'ReleaseOrder',
  payload: z.strictObject({ orderId: OrderId }),
  permission: 'order.hold',
  id: ({ orderId }) => orderId,
  decide: ({ orderId }, state) =>
    whenOpen(orderId, state, () =>
      state.hold
        ? ok([OrderReleased({ cause: state.hold.cause })])
        : reject('not-on-hold', `${called(state)} is not on hold.`, { orderId }),
    ),
  inverse: async (done, { before }) => {
    const { orderId } = done.payload;
    const { hold } = (await before(orders, orderId)).state;
    if (hold?.cause !== 'person')
      return reject('held-by-stock', 'The shelves held this order. Put it on hold yourself, with a reason.');
    return unlessSince(done, [OrderHeld, OrderReleased, OrderCancelled], () => [
      { type: 'HoldOrder', payload: { orderId, reason: hold.reason } },
    ]);
  },
});

export const AddNote = commandOn(orders)({
  type: 'AddNote',
  payload: z.strictObject({ orderId: OrderId, text: Remark, forCustomer: z.optional(z.literal(true)) }),
  permission: 'order.note',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, ...note }, state) =>
    lifecycle(state) === 'none' ? unknownOrder(orderId) : ok([NoteAdded(note)]),
});

/** Whoever lets the order go on has to know both; no longer than a reason may be. */
const together = (present: string | undefined, more: string): string =>
  (present === undefined ? more : `${more}; ${present}`).slice(0, 500);

/**
 * What the shelves keep for the order, told by the stock allocation process; with `hold`, they could not keep it.
 * An order that is off, or whose goods are gone, has no use for the news: they came too late, which is no fault.
 */
export const AllocateOrder = commandOn(orders)({
  type: 'AllocateOrder',
  payload: z.strictObject({
    orderId: OrderId,
    lines: z.array(z.strictObject(LineAllocation.shape)),
    hold: z.optional(Reason),
    /** Of which lines too little is there, when it is held for that. */
    short: z.optional(z.array(z.strictObject(ShortLine.shape))),
    /** How often the order had been reopened when this was found out. */
    openings: z.optional(z.int()),
  }),
  permission: 'stock.allocate',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, lines, hold, short, openings = 0 }, state) => {
    const standing = lifecycle(state);
    if (standing === 'none') return unknownOrder(orderId);
    if (
      standing !== 'open' ||
      openings !== state.openings ||
      progress(state).every((line) => line.left === 0)
    )
      return ok([]);
    const told = same(lines, state.allocations) ? [] : [OrderAllocated({ lines })];
    if (hold === undefined || state.hold?.cause === 'stock') return ok(told);
    const before = state.hold?.reason;
    const reason = together(before, hold);
    return ok([
      ...told,
      OrderHeld({ reason, cause: 'stock', ...(short && { short }), ...(before && { before }) }),
    ]);
  },
});
