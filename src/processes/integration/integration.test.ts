import { describe, expect, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import * as order from '../../domain/order/index.ts';
import { recorded } from '../../../test/spec/projection.ts';
import { reacting } from '../../../test/spec/reaction.ts';
import {
  agreed,
  ANNA,
  draft,
  eur,
  fulfilmentId,
  JAM,
  line,
  lineId,
  openOrder,
  orderId,
  paymentId,
  pieces,
  refundId,
  returnId,
  TEA,
} from '../../../test/spec/shop.ts';
import { integration } from './index.ts';
import * as outside from './messages.ts';
import { integrationProcess } from './process.ts';

const told = reacting(integrationProcess);
const lines = [line(1, TEA, 2), line(2, JAM, 1)];
const placed = openOrder(1, lines);
const since = (...events: Parameters<typeof on>[2][]) => on(order.orders, orderId(1), ...events);
const ids = { orderId: orderId(1), number: 'A-1001' };
const sum = { currency: 'EUR', total: 1200 };
const paid = (n: number, major: number) =>
  order.PaymentRecorded({ paymentId: paymentId(n), method: 'cash', amount: eur(major) });

const placedMessage = outside.OrderPlaced({
  ...{ ...ids, ...sum },
  lines: lines.map(({ productId, name, sku, unit }, n) => ({
    ...{ lineId: lineId(n + 1), productId, sku, name, unit },
    quantity: n === 0 ? '2' : '1',
  })),
});

describe('what the world outside is told of an order', () => {
  it('tells that it is placed, in decimals and minor units', () => {
    told.when(placed).thenSends(placedMessage);
  });
  it('says nothing of a draft', () => told.when(draft(1, lines)).thenSendsNothing());
  it('tells that it is paid once all is', () => {
    told
      .given(placed)
      .when(since(paid(1, 5)))
      .thenSendsNothing();
    told
      .given(placed, since(paid(1, 5)))
      .when(since(paid(2, 7)))
      .thenSends(outside.OrderPaid({ ...ids, ...sum }));
    told
      .given(placed, since(paid(1, 12)))
      .when(since(paid(2, 7)))
      .thenSendsNothing();
  });
  it('tells at once that what was paid as a draft is placed and paid', () => {
    const payed = told.given(draft(1, lines), since(paid(1, 12)));
    payed.when(placed).thenSends(placedMessage, outside.OrderPaid({ ...ids, ...sum }));
  });
  it('tells what left the house', () =>
    told
      .given(placed)
      .when(
        since(
          order.ItemsShipped({
            ...{ fulfilmentId: fulfilmentId(1), lines: [{ lineId: lineId(1), quantity: pieces(2) }] },
            ...{ stock: 'leaves', carrier: 'Post' },
          }),
        ),
      )
      .thenSends(
        outside.OrderShipped({
          ...{ ...ids, fulfilmentId: fulfilmentId(1), collected: false, carrier: 'Post' },
          lines: [{ lineId: lineId(1), quantity: '2' }],
        }),
      ));
  it('tells what came back and what was given back', () => {
    const items = { lineId: lineId(1), productId: TEA, quantity: pieces(1), disposition: 'restock' } as const;
    told
      .given(placed)
      .when(since(order.ReturnReceived({ returnId: returnId(1), lines: [items] })))
      .thenSends(
        outside.OrderReturned({
          ...{ ...ids, returnId: returnId(1) },
          lines: [{ lineId: lineId(1), quantity: '1', disposition: 'restock' }],
        }),
      );
    const refund = { refundId: refundId(1), method: 'cash', amount: eur(4.5), reason: 'x' } as const;
    told
      .given(placed, since(paid(1, 12)))
      .when(since(order.RefundPaid(refund)))
      .thenSends(outside.OrderRefunded({ ...ids, currency: 'EUR', amount: 450, refundId: refundId(1) }));
  });
  it('tells that it is off, and on again', () => {
    const off = since(order.OrderCancelled({ reason: 'x' }));
    told.given(placed).when(off).thenSends(outside.OrderCancelled(ids));
    told
      .given(placed, off)
      .when(since(order.OrderReopened({ reason: 'x' })))
      .thenSends(outside.OrderReopened(ids));
  });
});

describe('what an import brings', () => {
  const imported = (events: typeof placed) =>
    recorded(events).map((event) => ({ ...event, meta: { ...event.meta, commandId: 'import' } }));
  const withSource = on(
    order.orders,
    orderId(1),
    order.OrderSubmitted({ ...agreed(1, lines), source: { system: 'other', reference: '7' } }),
    paid(1, 12),
  );
  it('is no news', () => {
    const effects = imported(withSource).reduce(
      (before, event) => {
        const { state, effects: more } = integrationProcess.step(before.state, event);
        return { state, effects: [...before.effects, ...more] };
      },
      { state: integrationProcess.initial, effects: [] as readonly unknown[] },
    );
    expect(effects.effects).toEqual([]);
    expect(effects.state).toMatchObject({ importedBy: 'import' });
  });
});

it('knows persons only from the placing, and never tells them by itself', () => {
  const [event] = recorded(
    on(
      order.orders,
      orderId(1),
      order.OrderSubmitted({ ...agreed(1, lines), customer: { customerId: ANNA, name: 'Anna Berg' } }),
    ),
  );
  if (!event) throw new Error('nothing was recorded');
  expect(integration.person(event)).toEqual({ name: 'Anna Berg' });
  const { effects } = integrationProcess.step(integrationProcess.initial, event);
  expect(JSON.stringify(effects)).not.toContain('Anna');
  expect(effects).toMatchObject([{ payload: { customerId: ANNA } }]);
});
