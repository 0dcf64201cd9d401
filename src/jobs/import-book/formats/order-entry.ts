import {
  Discount,
  minorUnits,
  priceOrder,
  Quantity,
  TaxRate,
  UnitPrice,
  type CurrencyCode,
  type PricedOrder,
} from '../../../domain/pricing/index.ts';
import type { PlannedCommand } from '../../../kernel/index.ts';
import type { RowProblem } from '../problem.ts';
import { blame } from './blame.ts';
import type { Entry, Known, Named } from './format.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import type { ProductRecord } from './records.ts';
import { commandIdOf, lineIdOf, orderIdOf, partIdOf } from './trade-ids.ts';

const amountOff = (amount: number) => Discount.parse({ kind: 'amount', amount });

/** What the order comes to; undefined when it can't be counted exactly, which its import refuses. */
export const pricedOf = (currency: CurrencyCode, { head, lines }: OrderRecord): PricedOrder | undefined => {
  const priced = priceOrder({
    currency,
    taxMode: head.taxMode ?? 'inclusive',
    rounding: 'perLine',
    lines: lines.map((line, n) => ({
      lineId: String(n),
      quantity: Quantity.parse(line.quantity),
      unitPrice: UnitPrice.parse(line.unitPrice),
      taxRate: TaxRate.parse(line.taxRate ?? head.taxRate),
      discount: line.discount === 0 ? undefined : amountOff(line.discount),
    })),
    orderDiscount: head.discount === 0 ? undefined : amountOff(head.discount),
    shipping: { amount: minorUnits(head.shipping), taxRate: TaxRate.parse(head.shippingTaxRate) },
  });
  return priced.ok ? priced.value : undefined;
};

const lineOf = (orderId: string, taxRate: number, known: Known) => (line: LineRecord, n: number) => ({
  lineId: lineIdOf(orderId, n),
  ...known.article(line),
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  taxRate: line.taxRate ?? taxRate,
  ...(line.discount === 0 ? {} : { discount: { kind: 'amount', amount: line.discount } }),
});

const payloadOf = ({ system, reference, head, lines }: OrderRecord, orderId: string, known: Known) => ({
  orderId,
  source: { system, reference },
  ...(head.customer && { customerId: known.customerId(head.customer) }),
  ...(head.shipTo && { shipTo: head.shipTo }),
  ...(head.taxMode && { taxMode: head.taxMode }),
  lines: lines.map(lineOf(orderId, head.taxRate, known)),
  ...(head.discount === 0 ? {} : { discount: { kind: 'amount', amount: head.discount } }),
  ...(head.shipping === 0 ? {} : { shipping: { amount: head.shipping, taxRate: head.shippingTaxRate } }),
  ...(head.promisedOn === undefined ? {} : { promisedOn: head.promisedOn }),
  ...(head.dueOn === undefined ? {} : { dueOn: head.dueOn }),
  ...(head.shippedAt === undefined ? {} : { shippedAt: head.shippedAt }),
});

/** What happened to the order after it was placed, in its order. */
const afterwards = ({ head, system }: OrderRecord, orderId: string): readonly PlannedCommand[] => {
  const { payment, refunded = 0, cancelled, notes, placedAt } = head;
  return [
    ...notes.map((text, n) => ({
      commandId: commandIdOf(`note-${String(n + 1)}`, orderId),
      type: 'AddNote',
      payload: { orderId, text: text.slice(0, 2000) },
      occurredAt: placedAt,
    })),
    ...(payment
      ? [
          {
            commandId: commandIdOf('payment', orderId),
            type: 'RecordPayment',
            payload: {
              orderId,
              paymentId: partIdOf('payment', orderId),
              method: payment.method,
              amount: payment.amount,
              ...(payment.reference === '' ? {} : { reference: payment.reference.slice(0, 120) }),
            },
            occurredAt: payment.at,
          },
        ]
      : []),
    ...(payment && refunded > 0
      ? [
          {
            commandId: commandIdOf('refund', orderId),
            type: 'RefundNow',
            payload: {
              orderId,
              creditId: partIdOf('credit', orderId),
              refundId: partIdOf('refund', orderId),
              amount: refunded,
              method: payment.method,
              reason: `Refunded in ${system}`,
            },
            occurredAt: payment.at,
          },
        ]
      : []),
    ...(cancelled
      ? [
          {
            commandId: commandIdOf('cancel', orderId),
            type: 'CancelOrder',
            payload: { orderId, reason: cancelled.reason },
            occurredAt: cancelled.at,
          },
        ]
      : []),
  ];
};

/** A product of which nothing is known but its line: least of all how much of it lies there. */
const productOf = (line: LineRecord, ordersRate: number): ProductRecord & Named => {
  const { row, productId = '', variantId = '', name, sku, unitPrice, taxRate = ordersRate } = line;
  const ids = { id: productId, productId, variantId };
  return {
    ...{ ...ids, row, name: name || sku, sku, barcode: '', unit: 'pcs', unitPrice, taxRate },
    ...{ quantity: 0, stockPolicy: 'uncounted' },
  };
};

/** An order as the file has it, with what happened to it since. */
export const orderEntry = (
  record: OrderRecord,
  currency: CurrencyCode,
  remarks: readonly RowProblem[],
): Entry => {
  const { reference: key, row, head, lines } = record;
  const id = orderIdOf(record.system, key, head.id);
  return {
    ...{ kind: 'orders', key, id, row, remarks },
    lines: lines.length,
    needs: {
      products: lines.map((line) => productOf(line, head.taxRate)),
      ...(head.customer && { customer: head.customer }),
    },
    commands: (known) => [
      {
        commandId: commandIdOf('order', id),
        type: 'ImportOrder',
        payload: payloadOf(record, id, known),
        occurredAt: head.placedAt,
      },
      ...afterwards(record, id),
    ],
    blame: (rejection, known) =>
      blame(
        {
          ...{ key, row },
          customer: head.customer?.email ?? head.customer?.name ?? '',
          lines: lines.map((line) => ({
            row: line.row,
            product: line.sku || line.name,
            productId: known.article(line).productId,
          })),
        },
        rejection,
      ),
    worth: () => {
      const priced = pricedOf(currency, record);
      return priced && { gross: priced.subtotal, net: minorUnits(priced.subtotal - priced.discountTotal) };
    },
  };
};
