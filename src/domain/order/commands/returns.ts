import * as z from 'zod/mini';
import { commandOn, ok, reject, type NewEvent } from '../../../kernel/index.ts';
import { LineId, OrderId, ReturnId } from '../../ids.ts';
import { PositiveQuantity } from '../../pricing/index.ts';
import { quantity } from '../../quantity.ts';
import { Reason } from '../../text.ts';
import { LineQuantities, within } from '../chosen.ts';
import { ReturnCancelled, ReturnClosed, ReturnReceived, ReturnRequested } from '../events.ts';
import type { Return } from '../goods.ts';
import { Disposition, stockItemOf, type ReturnedItems } from '../parts.ts';
import { unknownOrder, unknownReturn, whenOpen, type Decision } from '../refusals.ts';
import { returnable, sumOf } from '../returnable.ts';
import { orders, type OrderState } from '../state.ts';
import { lifecycle } from '../status.ts';

/** The customer wants to send goods back. Neither stock nor money moves by that. */
export const RequestReturn = commandOn(orders)({
  type: 'RequestReturn',
  payload: z.strictObject({ orderId: OrderId, returnId: ReturnId, lines: LineQuantities, reason: Reason }),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, returnId, lines: asked, reason }, state) =>
    whenOpen(orderId, state, () => {
      if (state.returns.some((one) => one.returnId === returnId))
        return reject('return-exists', 'This return is recorded already; it was not begun a second time.', {
          returnId,
        });
      const lines = within(state, asked, {
        of: (line) => returnable(state, line),
        less: ['more-than-shipped', 'Less can come back of'],
      });
      return lines.ok ? ok([ReturnRequested({ returnId, lines: lines.value, reason })]) : lines;
    }),
  inverse: ({ payload: { orderId, returnId } }) =>
    ok([{ type: 'CancelReturn', payload: { orderId, returnId } }]),
});

/** Decides for a return that is neither closed nor cancelled. */
const whenExpected = (
  { orderId, returnId }: { readonly orderId: OrderId; readonly returnId: ReturnId },
  state: OrderState,
  decide: (one: Return) => Decision,
): Decision => {
  if (lifecycle(state) === 'none') return unknownOrder(orderId);
  const found = state.returns.find((one) => one.returnId === returnId);
  if (!found) return unknownReturn(returnId);
  const { standing } = found;
  if (standing === 'open') return decide(found);
  return reject('return-closed', `This return was ${standing} already.`, { returnId, standing });
};

const Received = z.strictObject({ lineId: LineId, quantity: PositiveQuantity, disposition: Disposition });

/** Per line and disposition, with what it is on the shelf. */
const items = (state: OrderState, asked: readonly z.infer<typeof Received>[]): ReturnedItems[] => {
  const sums = new Map<string, ReturnedItems>();
  for (const { lineId, quantity: some, disposition } of asked) {
    const line = state.lines.find((one) => one.lineId === lineId);
    if (!line) continue;
    const key = `${lineId}/${disposition}`;
    const together = quantity((sums.get(key)?.quantity ?? 0) + some);
    sums.set(key, { lineId, productId: stockItemOf(line), quantity: together, disposition });
  }
  return [...sums.values()];
};

/** Goods came back, all at once or part by part; stock changes by their disposition. */
export const ReceiveReturn = commandOn(orders)({
  type: 'ReceiveReturn',
  payload: z.strictObject({
    orderId: OrderId,
    returnId: ReturnId,
    lines: z.array(Received).check(z.minLength(1), z.maxLength(1000)),
  }),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: ({ lines: asked, ...which }, state) =>
    whenOpen(which.orderId, state, () =>
      whenExpected(which, state, ({ requested, received }) => {
        const fits = within(state, asked, {
          of: ({ lineId }) => sumOf(requested, lineId) - sumOf(received, lineId),
          less: ['more-than-requested', 'This return expects less of'],
        });
        if (!fits.ok) return fits;
        return ok([ReturnReceived({ returnId: which.returnId, lines: items(state, asked) })]);
      }),
    ),
});

const ending = (
  type: 'CloseReturn' | 'CancelReturn',
  end: (returnId: ReturnId, received: boolean) => Decision,
) =>
  commandOn(orders)({
    type,
    payload: z.strictObject({ orderId: OrderId, returnId: ReturnId }),
    permission: 'order.ship',
    id: ({ orderId }) => orderId,
    decide: (which, state) =>
      whenExpected(which, state, ({ received }) => end(which.returnId, received.length > 0)),
  });

const done = (event: NewEvent): Decision => ok([event]);

/** Nothing more will come. */
export const CloseReturn = ending('CloseReturn', (returnId, received) =>
  received
    ? done(ReturnClosed({ returnId }))
    : reject('nothing-received', 'Nothing of this return has come back, so it can only be cancelled.', {
        returnId,
      }),
);

/** Nothing will come after all. */
export const CancelReturn = ending('CancelReturn', (returnId, received) =>
  received
    ? reject('already-received', 'Part of this return has come back, so it can only be closed.', { returnId })
    : done(ReturnCancelled({ returnId })),
);
