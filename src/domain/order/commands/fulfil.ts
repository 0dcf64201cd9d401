import * as z from 'zod/mini';
import { commandOn, ok, reject, type Rejection, type Result } from '../../../kernel/index.ts';
import { FulfilmentId, OrderId } from '../../ids.ts';
import { quantity } from '../../quantity.ts';
import { orNone, textOrNone } from '../../text.ts';
import { ItemsPrepared, ItemsShipped } from '../events.ts';
import { LineQuantity } from '../parts.ts';
import { called, unknownLine, whenOpen } from '../refusals.ts';
import { orders, type OrderState } from '../state.ts';
import { progress } from '../status.ts';

/** What is asked for line by line; a line named twice counts together. Without a request: all that is left. */
const toShip = (
  state: OrderState,
  asked: readonly LineQuantity[] | undefined,
): Result<readonly LineQuantity[], Rejection> => {
  const lines = progress(state);
  const all = lines.flatMap(({ lineId, left }) => (left > 0 ? [{ lineId, quantity: quantity(left) }] : []));
  if (all.length === 0)
    return reject('nothing-to-ship', `${called(state)} has nothing left to ship.`, { order: called(state) });
  if (!asked) return ok(all);
  const wanted = new Map<LineQuantity['lineId'], number>();
  for (const { lineId, quantity: some } of asked) wanted.set(lineId, (wanted.get(lineId) ?? 0) + some);
  for (const [lineId, some] of wanted) {
    const line = lines.find((one) => one.lineId === lineId);
    if (!line) return unknownLine(lineId);
    const { name, unit, left } = line;
    if (some > left)
      return reject('more-than-left', `There is less left to ship of “${name}” than that.`, {
        lineId,
        name,
        unit,
        wanted: some,
        left,
      });
  }
  return ok([...wanted].map(([lineId, some]) => ({ lineId, quantity: quantity(some) })));
};

/** What of it was not made ready before: it is now, since it goes. */
const unprepared = (state: OrderState, lines: readonly LineQuantity[]): LineQuantity[] => {
  const standing = new Map(progress(state).map((line) => [line.lineId, line.prepared - line.shipped]));
  return lines.flatMap(({ lineId, quantity: some }) => {
    const missing = some - (standing.get(lineId) ?? 0);
    return missing > 0 ? [{ lineId, quantity: quantity(missing) }] : [];
  });
};

/** Goods leave the house. Payment is not asked about. */
export const ShipItems = commandOn(orders)({
  type: 'ShipItems',
  payload: z.strictObject({
    orderId: OrderId,
    fulfilmentId: FulfilmentId,
    lines: z.optional(z.array(z.strictObject(LineQuantity.shape)).check(z.minLength(1), z.maxLength(1000))),
    carrier: z.optional(textOrNone(200)),
    tracking: z.optional(textOrNone(200)),
  }),
  permission: 'order.ship',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, fulfilmentId, lines: asked, carrier, tracking }, state) =>
    whenOpen(orderId, state, () => {
      if (state.fulfilments.includes(fulfilmentId))
        return reject(
          'fulfilment-exists',
          'This shipment is recorded already; nothing was shipped a second time.',
          {
            fulfilmentId,
          },
        );
      if (state.hold)
        return reject('on-hold', `${called(state)} is on hold: ${state.hold.reason}`, {
          reason: state.hold.reason,
          cause: state.hold.cause,
        });
      const shipped = toShip(state, asked);
      if (!shipped.ok) return shipped;
      const lines = [...shipped.value];
      const prepared = unprepared(state, lines);
      const leaves = state.agreed?.stock === 'settled' ? 'settled' : 'leaves';
      return ok([
        ...(prepared.length > 0 ? [ItemsPrepared({ fulfilmentId, lines: prepared })] : []),
        ItemsShipped({
          fulfilmentId,
          lines,
          carrier: orNone(carrier),
          tracking: orNone(tracking),
          stock: leaves,
        }),
      ]);
    }),
});
