import { fc } from './fc.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { draftFor, line, openStall } from './stall.ts';
import {
  BOB,
  ORDERS,
  product,
  variantId,
  option,
  customer,
  order,
  quantity,
  amount,
  method,
  reason,
  fresh,
  few,
  nth,
  discount,
  some,
  day,
  ofOrder,
  deeds,
  onLine,
  type Deed,
} from './trading-deeds.ts';
import { begun } from './trading-begun.ts';
import { later } from './trading-later.ts';

const deed: fc.Arbitrary<Deed> = fc.oneof(
  deeds('CreateDraft', 6, order.map(draftFor)),
  deeds('AddLine', 2, onLine({ productId: product, quantity, discount: some(discount) })),
  deeds('ChangeLine', 2, onLine({ quantity })),
  deeds('RemoveLine', 1, onLine({})),
  deeds('AssignCustomer', 2, fc.record({ orderId: order, customerId: some(customer) })),
  deeds('SetDiscount', 1, fc.record({ orderId: order, discount: some(discount) })),
  deeds('SetShipping', 1, fc.record({ orderId: order, amount })),
  deeds('SetDates', 1, fc.record({ orderId: order, placedOn: some(day), dueOn: some(day) })),
  deeds('DiscardDraft', 1, ofOrder),
  deeds('SubmitOrder', 6, ofOrder),
  deeds(
    'ImportOrder',
    2,
    fc
      .record({
        orderId: order,
        customerId: customer,
        shippedAt: some(fc.constant('2026-11-03T09:00:00.000Z')),
      })
      .map((asked) => ({
        ...asked,
        source: { system: 'old', reference: asked.orderId.slice(-2) },
        lines: draftFor(asked.orderId).lines.map((each) => ({ ...each, unitPrice: 10_000 })),
      })),
  ),
  deeds('RecordPayment', 5, fc.record({ orderId: order, paymentId: few, amount, method })),
  deeds('VoidPayment', 1, fc.record({ orderId: order, paymentId: few, reason })),
  deeds('GrantCredit', 2, fc.record({ orderId: order, creditId: fresh, amount, reason })),
  deeds('PayRefund', 2, fc.record({ orderId: order, refundId: fresh, amount, method, reason })),
  deeds(
    'RefundNow',
    1,
    fc.record({ orderId: order, creditId: fresh, refundId: fresh, amount, method, reason }),
  ),
  deeds('WriteOff', 1, fc.record({ orderId: order, creditId: fresh, amount: some(amount), reason })),
  deeds('IssueInvoice', 2, fc.record({ orderId: order, invoiceId: fresh })),
  deeds(
    'IssueCreditNote',
    2,
    fc.record({ orderId: order, creditNoteId: fresh, amount: some(amount), reason }),
  ),
  deeds('ShipItems', 2, fc.record({ orderId: order, fulfilmentId: fresh })),
  deeds(
    'ShipItems',
    4,
    fc
      .record({ orderId: order, fulfilmentId: fresh, n: nth, quantity })
      .map(({ n, quantity: some, ...rest }) => ({
        ...rest,
        lines: [{ lineId: line(rest.orderId, n), quantity: some }],
      })),
  ),
  deeds(
    'CancelOrder',
    2,
    order.map((orderId) => ({ orderId, reason: 'Changed their mind' })),
  ),
  deeds(
    'HoldOrder',
    1,
    order.map((orderId) => ({ orderId, reason: 'Address is unclear' })),
  ),
  deeds('ReleaseOrder', 2, ofOrder),
  deeds(
    'AddNote',
    1,
    order.map((orderId) => ({ orderId, text: 'Rang' })),
  ),
  ...later,
  deeds('ReceiveStock', 3, fc.record({ productId: product, quantity })),
  deeds(
    'AdjustStock',
    2,
    fc.record({ productId: product, delta: fc.constantFrom(-700, 300), reason: fc.constant('Broke') }),
  ),
  deeds('CountStock', 1, fc.record({ productId: product, counted: quantity })),
  deeds(
    'SetStockPolicy',
    1,
    fc.record({ productId: product, policy: fc.constantFrom('warn', 'block', 'uncounted') }),
  ),
  deeds(
    'ChangeProduct',
    1,
    fc.record({ productId: product, name: fc.constantFrom('Honey', 'Wax'), sku: fc.constantFrom('', 'S') }),
  ),
  deeds('ChangeProduct', 1, fc.record({ productId: product, unitPrice: fc.constantFrom(90_000, 98_000) })),
  deeds(
    'AddVariant',
    1,
    fc.record({
      productId: product,
      variantId,
      options: option.map((value) => [{ name: 'Size', value }]),
      sku: fc.constantFrom('', 'S'),
    }),
  ),
  deeds(
    'ChangeVariant',
    1,
    fc.record({ productId: product, variantId, unitPrice: fc.constantFrom('none', 50_000) }),
  ),
  deeds(
    'MoveStock',
    2,
    fc.record({
      ...{ productId: product, from: product, to: variantId },
      quantity,
      reason: fc.constant('Sold in sizes'),
    }),
  ),
  deeds('ArchiveVariant', 2, fc.record({ productId: product, variantId })),
  deeds('RestoreVariant', 1, fc.record({ productId: product, variantId })),
  deeds('AddLine', 2, onLine({ productId: product, variantId, quantity })),
  deeds(
    'ArchiveProduct',
    1,
    product.map((productId) => ({ productId })),
  ),
  deeds(
    'RestoreProduct',
    2,
    product.map((productId) => ({ productId })),
  ),
  deeds(
    'ChangeCustomer',
    1,
    fc.record({
      customerId: customer,
      name: fc.constantFrom('Ada', 'Bob Éclair'),
      phone: fc.constantFrom('', '12'),
    }),
  ),
  deeds(
    'ArchiveCustomer',
    1,
    customer.map((customerId) => ({ customerId })),
  ),
  deeds(
    'RestoreCustomer',
    2,
    customer.map((customerId) => ({ customerId })),
  ),
  deeds(
    'ChangeBookSettings',
    1,
    fc.record({
      currency: fc.constantFrom('EUR', 'JPY'),
      taxMode: fc.constantFrom('inclusive', 'exclusive'),
      cashStep: fc.constantFrom('none', 50),
      paymentDays: fc.constantFrom('none', 14),
    }),
  ),
);

/** Events of two customers, three orders and two products in any order that the rules allow. */
export const tradingHistory = async (done: readonly Deed[]): Promise<readonly EventEnvelope[]> => {
  const stall = await openStall();
  await stall.tell('CreateCustomer', { customerId: BOB, name: 'Bob' });
  await stall.tell('OpenBook', {
    name: 'Stall',
    currency: 'EUR',
    taxMode: 'inclusive',
    rounding: 'perLine',
    defaultTaxRate: 0,
    numberPrefix: 'A-',
  });
  for (const { type, payload, occurredAt } of done) await stall.attempt(type, payload, occurredAt);
  return stall.events;
};

/** Two orders that are under way, a third that nobody has begun, and what comes next. */
export const trading: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(begun(ORDERS.slice(0, 2)), fc.array(deed, { minLength: 20, maxLength: 70 }))
  .map((parts) => parts.flat());
