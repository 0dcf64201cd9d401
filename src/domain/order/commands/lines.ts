import * as z from 'zod/mini';
import { commandOn, defineCommand, ok } from '../../../kernel/index.ts';
import { LineId, OrderId } from '../../ids.ts';
import { Discount, PositiveQuantity, UnitPrice } from '../../pricing/index.ts';
import { same } from '../../same.ts';
import { LineAdded, LineChanged, LineRemoved } from '../events.ts';
import { LineRequest, newLine, priceable, sellable } from '../line.ts';
import { catalogueOf } from '../look-up.ts';
import { forOrder, lineExists, unknownLine, whenDraft } from '../refusals.ts';
import { orders } from '../state.ts';

export const AddLine = defineCommand({
  type: 'AddLine',
  payload: z.extend(LineRequest, { orderId: OrderId }),
  permission: 'order.take',
  load: async (payload, read) => ({
    order: await read(orders, payload.orderId),
    catalogue: await catalogueOf(read, [payload]),
  }),
  decide: ({ orderId, ...asked }, { order: { state }, catalogue }) => {
    return forOrder(
      orderId,
      whenDraft(orderId, state, () => {
        if (state.lines.some((line) => line.lineId === asked.lineId)) return lineExists(asked.lineId);
        const sold = sellable([asked], catalogue);
        if (!sold.ok) return sold;
        const line = newLine(asked, catalogue);
        if (!line.ok) return line;
        const price = priceable({ ...state, lines: [...state.lines, line.value] });
        return price.ok ? ok([LineAdded(line.value)]) : price;
      }),
    );
  },
});

/** What is left out stays as it is; the discount `none` takes it away. */
export const ChangeLine = commandOn(orders)({
  type: 'ChangeLine',
  payload: z.strictObject({
    orderId: OrderId,
    lineId: LineId,
    quantity: z.optional(PositiveQuantity),
    unitPrice: z.optional(UnitPrice),
    discount: z.optional(z.union([Discount, z.literal('none')])),
  }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, lineId, quantity, unitPrice, discount }, state) =>
    whenDraft(orderId, state, () => {
      const present = state.lines.find((line) => line.lineId === lineId);
      if (!present) return unknownLine(lineId);
      const changed = {
        ...present,
        quantity: quantity ?? present.quantity,
        unitPrice: unitPrice ?? present.unitPrice,
        discount: discount === 'none' ? undefined : (discount ?? present.discount),
      };
      if (same(changed, present)) return ok([]);
      const lines = state.lines.map((line) => (line === present ? changed : line));
      const price = priceable({ ...state, lines });
      if (!price.ok) return price;
      const { quantity: pieces, unitPrice: each, discount: off } = changed;
      return ok([LineChanged({ lineId, quantity: pieces, unitPrice: each, discount: off })]);
    }),
});

export const RemoveLine = commandOn(orders)({
  type: 'RemoveLine',
  payload: z.strictObject({ orderId: OrderId, lineId: LineId }),
  permission: 'order.take',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, lineId }, state) =>
    whenDraft(orderId, state, () =>
      state.lines.some((line) => line.lineId === lineId)
        ? ok([LineRemoved({ lineId })])
        : unknownLine(lineId),
    ),
});
