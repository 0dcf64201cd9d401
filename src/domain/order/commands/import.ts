import * as z from 'zod/mini';
import { defineCommand, ok, type NewEvent, type Read } from '../../../kernel/index.ts';
import { Address, customers } from '../../customer/index.ts';
import { Day, Instant } from '../../day.ts';
import { CustomerId, FulfilmentId, OrderId } from '../../ids.ts';
import {
  Discount,
  NonNegativeMinorUnits,
  priceOrder,
  TaxMode,
  TaxRate,
  UnitPrice,
} from '../../pricing/index.ts';
import { series } from '../../series/index.ts';
import { snapshot } from '../customer.ts';
import { ItemsPrepared, ItemsShipped, OrderSubmitted } from '../events.ts';
import { LineRequest, newLines } from '../line.ts';
import { bookSettings, catalogueOf } from '../look-up.ts';
import { numbered } from '../number.ts';
import { ShipTo, Source, type OrderLine } from '../parts.ts';
import { noLines, orderExists, refusedPrice } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';
import { toPrice } from '../totals.ts';

const ImportedLine = z.extend(LineRequest, { unitPrice: UnitPrice, taxRate: z.optional(TaxRate) });

/** The one shipment that the source knows of bears the order's own id. */
const shipped = (orderId: OrderId, lines: readonly OrderLine[], shippedAt: string): readonly NewEvent[] => {
  const fulfilmentId = FulfilmentId.parse(orderId);
  const all = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const when = { occurredAt: shippedAt };
  return [
    ItemsPrepared({ fulfilmentId, lines: all }, when),
    ItemsShipped({ fulfilmentId, lines: all, stock: 'settled' }, when),
  ];
};

const load = async (
  { orderId, customerId, lines }: Pick<z.infer<typeof payload>, 'orderId' | 'customerId' | 'lines'>,
  read: Read,
) => {
  const book = await bookSettings(read);
  return {
    order: await read(orders, orderId, 'absent'),
    book,
    series: await read(series, book.numberPrefix),
    catalogue: await catalogueOf(read, lines),
    customer: customerId === undefined ? undefined : (await read(customers, customerId)).state,
  };
};

const payload = z.strictObject({
  orderId: OrderId,
  source: z.strictObject(Source.shape),
  /** Left out where the source does not know who bought. */
  customerId: z.optional(CustomerId),
  shipTo: z.optional(z.strictObject({ ...ShipTo.shape, address: z.optional(z.strictObject(Address.shape)) })),
  lines: z.array(ImportedLine).check(z.maxLength(1000)),
  discount: z.optional(Discount),
  shipping: z.optional(z.strictObject({ amount: NonNegativeMinorUnits, taxRate: z.optional(TaxRate) })),
  /** Whether the source's prices hold the tax; as in the book when left out. */
  taxMode: z.optional(TaxMode),
  promisedOn: z.optional(Day),
  dueOn: z.optional(Day),
  shippedAt: z.optional(Instant),
});

/**
 * An order that was taken elsewhere, whole: dated by the command's `occurredAt`, priced by the source, named by our products.
 * With `shippedAt` its goods are gone, and our stock is not asked. Archived products and customers have a past too.
 */
export const ImportOrder = defineCommand({
  type: 'ImportOrder',
  payload,
  permission: 'import.run',
  load: (asked, read) => load(asked, read),
  decide: (asked, { order, book, series: numbers, catalogue, customer }) => {
    const { orderId, discount, promisedOn, dueOn, shippedAt, source, shipTo } = asked;
    if (lifecycle(order.state) !== 'none') return orderExists(orderId, order.state);
    if (asked.lines.length === 0) return noLines(orderId);
    const forWhom = asked.customerId && customer ? snapshot(asked.customerId, customer) : ok(undefined);
    if (!forWhom.ok) return forWhom;
    const added = newLines(asked.lines, catalogue);
    if (!added.ok) return added;
    const lines = [...added.value];
    const terms = {
      currency: book.currency,
      taxMode: asked.taxMode ?? book.taxMode,
      rounding: book.rounding,
    };
    const shipping = asked.shipping && {
      amount: asked.shipping.amount,
      taxRate: asked.shipping.taxRate ?? book.defaultTaxRate,
    };
    const agreed = { lines, discount, shipping };
    const priced = priceOrder(toPrice({ ...order.state, terms, ...agreed }));
    if (!priced.ok) return refusedPrice(priced.error, agreed);
    return ok(
      numbered(orderId, numbers, (number) => [
        OrderSubmitted({
          orderId,
          number,
          customer: forWhom.value,
          shipTo,
          ...agreed,
          ...terms,
          totals: priced.value,
          promisedOn,
          dueOn,
          reminderDays: book.reminderDays,
          source,
          stock: shippedAt === undefined ? 'tracked' : 'settled',
        }),
        ...(shippedAt === undefined ? [] : shipped(orderId, lines, shippedAt)),
      ]),
    );
  },
});
