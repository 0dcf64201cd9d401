import { fc } from './fc.ts';
import { draftFor, HONEY, line } from './stall.ts';
import {
  spendCredit,
  product,
  customer,
  order,
  quantity,
  fresh,
  nth,
  some,
  day,
  ofOrder,
  deeds,
  amount,
  reason,
  someReturn,
  onlyPart,
  type Deed,
} from './trading-deeds.ts';

/** What becomes of an order once it is agreed. */
export const later: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Deed> }[] = [
  ...['PrepareItems', 'MarkReady', 'CollectItems'].map((type) =>
    deeds(type, 2, fc.record({ orderId: order, fulfilmentId: fresh })),
  ),
  deeds('UndoPrepare', 1, ofOrder),
  deeds('DeliverItems', 2, ofOrder),
  deeds('DeliverItems', 2, onlyPart({})),
  deeds('CancelRemainder', 2, onlyPart({ reason: fc.constant('Sold out') })),
  deeds(
    'ReviseOrder',
    5,
    fc
      .record({
        orderId: order,
        n: nth,
        quantity,
        baseRevision: fc.constantFrom(0, 0, 1, 2),
        customer,
        due: some(day),
      })
      .map(({ orderId, n, quantity: wanted, baseRevision, customer: customerId, due }) => ({
        ...{ orderId, baseRevision, reason: 'Rang again' },
        changes: {
          ...{ customerId, dates: { dueOn: due } },
          lines: [
            n === 3
              ? { kind: 'add', lineId: line(orderId, 3), productId: HONEY, quantity: wanted }
              : { kind: 'change', lineId: line(orderId, n), quantity: wanted },
          ],
        },
      })),
  ),
  deeds(
    'ReopenOrder',
    2,
    order.map((orderId) => ({ orderId, reason: 'After all' })),
  ),
  deeds('RestoreDraft', 2, ofOrder),
  deeds('ArchiveOrder', 1, ofOrder),
  deeds('UnarchiveOrder', 1, ofOrder),
  ...['Tag', 'Untag'].map((type) =>
    deeds(
      type,
      1,
      order.map((orderId) => ({ orderId, tag: 'Gift' })),
    ),
  ),
  deeds(
    'CounterSale',
    2,
    fc
      .record({ orderId: order, fulfilmentId: fresh, paymentId: fresh, customerId: some(customer) })
      .map(({ paymentId, ...asked }) => ({
        ...asked,
        lines: draftFor(asked.orderId).lines,
        payment: { paymentId, method: 'cash' },
      })),
  ),
  deeds(
    'UndoCounterSale',
    2,
    fc
      .record({ orderId: order, returnId: fresh, creditId: fresh, refundId: fresh })
      .map((asked) => ({ ...asked, reason: 'Changed their mind' })),
  ),
  deeds('SpendCredit', 5, spendCredit),
  deeds('RequestReturn', 3, onlyPart({ returnId: someReturn, reason: fc.constant('Bent') })),
  deeds(
    'ReceiveReturn',
    4,
    onlyPart({ returnId: someReturn }, { disposition: fc.constantFrom('restock', 'damaged', 'discard') }),
  ),
  deeds(
    'GrantCredit',
    2,
    fc.record({ orderId: order, creditId: fresh, returnId: someReturn, amount, reason }),
  ),
  deeds('CloseReturn', 2, fc.record({ orderId: order, returnId: someReturn })),
  deeds('CancelReturn', 1, fc.record({ orderId: order, returnId: someReturn })),
  deeds(
    'SetBuffer',
    1,
    fc.record({ productId: product, quantity: fc.constantFrom(0, 1000), reason: fc.constant('Window') }),
  ),
];
