import { describe, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import {
  ANNA,
  anna,
  eur,
  fulfilmentId,
  JAM,
  line,
  lineId,
  openOrder,
  orderId,
  paymentId,
  percentOff,
  pieces,
  shop,
  TEA,
  terms,
  agreed,
} from '../../../test/spec/shop.ts';
import { on } from '../../kernel/index.ts';
import { NumberAllocated, series } from '../series/index.ts';
import * as order from './index.ts';

const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const items = lines.map(({ lineId: id, quantity }) => ({ lineId: id, quantity }));
const done = { fulfilmentId: fulfilmentId(1), lines: items };
const sale = {
  orderId: orderId(1),
  lines: lines.map(({ lineId: id, productId, quantity }) => ({ lineId: id, productId, quantity })),
  payment: { paymentId: paymentId(1), method: 'cash', tendered: 2000 },
  fulfilmentId: fulfilmentId(1),
};

describe('a counter sale', () => {
  it('is taken, handed over and paid in one commit', () =>
    given(...shop(5))
      .when(order.CounterSale, sale)
      .then(
        on(
          order.orders,
          orderId(1),
          order.DraftCreated({ orderId: orderId(1), ...terms }),
          ...lines.map((one) => order.LineAdded(one)),
          order.OrderSubmitted(agreed(1, lines, { stock: 'handed-over' })),
          order.ItemsPrepared(done),
          order.ItemsCollected({ ...done, stock: 'leaves' }),
          order.PaymentRecorded({
            ...{ paymentId: paymentId(1), method: 'cash', amount: eur(16.5), tendered: eur(20) },
            change: eur(3.5),
          }),
        ),
        on(series, 'A-', NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) })),
      ));

  it('happens once', () =>
    given(...shop(5))
      .when(order.CounterSale, sale)
      .again()
      .thenRejected('order-exists'));

  it('has nothing to pay when it is free', () =>
    given(...shop(5), anna)
      .when(order.CounterSale, { ...sale, customerId: ANNA, discount: percentOff(100) })
      .again()
      .thenRejected('order-exists'));

  it.each([
    ['no-lines', { lines: [] }],
    ['unknown-product', { lines: [{ ...sale.lines[0], productId: orderId(9) }] }],
    ['unknown-customer', { customerId: ANNA }],
    ['line-exists', { lines: [sale.lines[0], sale.lines[0]] }],
    ['tendered-too-small', { payment: { ...sale.payment, tendered: 100 } }],
    ['only-cash-is-tendered', { payment: { ...sale.payment, method: 'card' } }],
    ['order-discount-exceeds-subtotal', { discount: { kind: 'amount', amount: 99_999 } }],
  ])('is refused: %s', (code, changed) =>
    given(...shop(5))
      .when(order.CounterSale, { ...sale, ...changed })
      .thenRejected(code),
  );

  it('is refused when a product that blocks is short, unless somebody insists', async () => {
    await given(...shop(2, 'block'))
      .when(order.CounterSale, sale)
      .thenRejected('stock-blocked');
    await given(...shop(2, 'block'))
      .when(order.CounterSale, { ...sale, override: 'it is in my hand' })
      .again()
      .thenRejected('order-exists');
  });

  it('is refused under the id of another order', () =>
    given(...shop(5), openOrder(1, [line(1, TEA, 1, { lineId: lineId(1), quantity: pieces(1) })]))
      .when(order.CounterSale, sale)
      .thenRejected('order-exists', { lifecycle: 'open' }));
});

describe('a counter sale of a draft', () => {
  const draft = on(
    order.orders,
    orderId(1),
    order.DraftCreated({ orderId: orderId(1), ...terms }),
    ...lines.map((one) => order.LineAdded(one)),
  );
  const { lines: _, ...standing } = sale;

  it('sells it as it stands, less what was paid on it before', () =>
    given(
      ...shop(5),
      draft,
      on(
        order.orders,
        orderId(1),
        order.PaymentRecorded({ paymentId: paymentId(2), method: 'card', amount: eur(6.5) }),
      ),
    )
      .when(order.CounterSale, standing)
      .then(
        on(
          order.orders,
          orderId(1),
          order.OrderSubmitted(agreed(1, lines, { stock: 'handed-over' })),
          order.ItemsPrepared(done),
          order.ItemsCollected({ ...done, stock: 'leaves' }),
          order.PaymentRecorded({
            ...{ paymentId: paymentId(1), method: 'cash', amount: eur(10), tendered: eur(20) },
            change: eur(10),
          }),
        ),
        on(series, 'A-', NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) })),
      ));

  it('is refused where there is none, and where the draft has nothing on it', async () => {
    await given(...shop(5))
      .when(order.CounterSale, standing)
      .thenRejected('unknown-order');
    await given(on(order.orders, orderId(1), order.DraftCreated({ orderId: orderId(1), ...terms })))
      .when(order.CounterSale, standing)
      .thenRejected('no-lines');
    await given(...shop(5), openOrder(1, lines))
      .when(order.CounterSale, standing)
      .thenRejected('not-a-draft');
  });

  it('is refused at another sum than whoever sells it has seen: nobody takes less than it is booked at', () =>
    given(...shop(5), draft)
      .when(order.CounterSale, { ...standing, total: eur(10) })
      .thenRejected('total-changed', { seen: eur(10), total: eur(16.5) }));
});

describe('a counter sale that is undone', () => {
  const events = [
    order.OrderSubmitted(agreed(1, lines, { stock: 'handed-over' })),
    order.ItemsPrepared(done),
    order.ItemsCollected({ ...done, stock: 'leaves' }),
    order.PaymentRecorded({ paymentId: paymentId(1), method: 'cash', amount: eur(16.5) }),
  ];
  const sold = on(order.orders, orderId(1), ...events);
  const undo = {
    ...{ orderId: orderId(1), reason: 'Changed their mind' },
    ...{ returnId: orderId(2), creditId: orderId(3), refundId: orderId(4) },
  };

  const back = [
    order.ReturnRequested({
      returnId: undo.returnId as never,
      lines: items,
      reason: undo.reason,
      undoesSale: true,
    }),
    order.ReturnReceived({
      returnId: undo.returnId as never,
      lines: lines.map(({ lineId: id, productId, quantity }) => ({
        ...{ lineId: id, productId, quantity, disposition: 'restock' as const },
      })),
    }),
    order.ReturnClosed({ returnId: undo.returnId as never }),
    order.CreditGranted({ creditId: undo.creditId as never, amount: eur(16.5), reason: undo.reason }),
  ];

  it('brings goods and money back, and leaves nothing to be undone again', () =>
    given(sold)
      .when(order.UndoCounterSale, undo)
      .then(
        on(
          order.orders,
          orderId(1),
          ...back,
          order.RefundPaid({
            ...{ refundId: undo.refundId as never, method: 'cash', amount: eur(16.5) },
            reason: undo.reason,
          }),
        ),
      ));

  it('leaves the credit that paid for it with the customer: no money went in', () => {
    const credit = { paymentId: paymentId(1), method: 'credit', amount: eur(16.5) } as const;
    const paid = order.PaymentRecorded({ ...credit, reference: 'A-1002', creditOf: orderId(9) });
    return given(on(order.orders, orderId(1), ...events.slice(0, 3), paid))
      .when(order.UndoCounterSale, undo)
      .then(on(order.orders, orderId(1), ...back));
  });

  it('is refused once anything else happened to it, and for an order that was sent', async () => {
    await given(
      sold,
      on(
        order.orders,
        orderId(1),
        order.CreditGranted({ creditId: undo.creditId as never, amount: eur(1), reason: 'x' }),
      ),
    )
      .when(order.UndoCounterSale, undo)
      .thenRejected('not-as-sold');
    await given(...shop(5), openOrder(1, lines))
      .when(order.UndoCounterSale, undo)
      .thenRejected('not-as-sold');
  });
});
