import { describe, expect, it } from 'vitest';
import { on, type Decided } from '../../kernel/index.ts';
import { recorded } from '../../../test/spec/projection.ts';
import {
  agreed,
  amountOff,
  draft,
  eur,
  fulfilmentId,
  invoiceId,
  JAM,
  line,
  lineId,
  openOrder,
  orderId,
  paymentId,
  pieces,
  returnId,
  tax,
  TEA,
} from '../../../test/spec/shop.ts';
import { minorUnits } from '../pricing/index.ts';
import { quantity } from '../quantity.ts';
import * as order from './index.ts';
import { overdue } from './finished.ts';

const { orders } = order;
const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const stateOf = (...facts: readonly Decided[]) =>
  recorded(...facts).reduce((state, event) => orders.evolve(state, event), orders.initial);

const part = (n: number, count: number) => ({ lineId: lineId(n), quantity: pieces(count) });
const items = (...parts: ReturnType<typeof part>[]) => ({ fulfilmentId: fulfilmentId(1), lines: parts });
const prepared = (...parts: ReturnType<typeof part>[]) => order.ItemsPrepared(items(...parts));
const shipped = (...parts: ReturnType<typeof part>[]) =>
  order.ItemsShipped({ ...items(...parts), stock: 'leaves' });
const paid = (n: number, major: number) =>
  order.PaymentRecorded({ paymentId: paymentId(n), method: 'card', amount: eur(major) });
const kept = (
  ...figures: readonly (readonly [n: number, reserved: number, backOrdered: number, uncounted?: true])[]
) =>
  order.OrderAllocated({
    lines: figures.map(([n, reserved, backOrdered, isUncounted]) => ({
      lineId: lineId(n),
      reserved: quantity(reserved * 1000),
      backOrdered: quantity(backOrdered * 1000),
      uncounted: isUncounted,
    })),
  });
const uncounted = (n: number) => [n, 0, 0, true] as const;
const cancelled = order.OrderCancelled({ reason: 'sold out' });
const discarded = order.DraftDiscarded({});

const allShipped = [shipped(part(1, 3), part(2, 1))];
const arrived = (...parts: ReturnType<typeof part>[]) => order.ItemsDelivered({ lines: parts });
const off = (...parts: ReturnType<typeof part>[]) =>
  order.LineRemainderCancelled({ lines: parts, reason: 'sold out', totals: agreed(1, lines).totals });
const sentBack = (...parts: ReturnType<typeof part>[]) =>
  order.ReturnRequested({ returnId: returnId(1), lines: parts, reason: 'bent' });
const cameBack = (n: number, count: number) =>
  order.ReturnReceived({
    returnId: returnId(1),
    lines: [{ ...part(n, count), productId: TEA, disposition: 'restock' }],
  });
const closed = order.ReturnClosed({ returnId: returnId(1) });

describe('lifecycle', () => {
  it.each([
    ['none', stateOf()],
    ['draft', stateOf(draft(1, lines))],
    ['discarded', stateOf(draft(1, lines, discarded))],
    ['open', stateOf(openOrder(1, lines))],
    ['cancelled', stateOf(openOrder(1, lines, cancelled))],
  ])('%s', (expected, state) => {
    expect(order.lifecycle(state)).toBe(expected);
  });
});

describe('fulfilment', () => {
  it.each([
    ['nothing-to-fulfil', stateOf(draft(1, []))],
    ['nothing-to-fulfil', stateOf(openOrder(1, lines, cancelled))],
    ['unfulfilled', stateOf(openOrder(1, lines))],
    ['partly-prepared', stateOf(openOrder(1, lines, prepared(part(1, 3))))],
    ['ready', stateOf(openOrder(1, lines, prepared(part(1, 3), part(2, 1))))],
    ['partly-shipped', stateOf(openOrder(1, lines, prepared(part(1, 3)), shipped(part(1, 3))))],
    ['shipped', stateOf(openOrder(1, lines, shipped(part(1, 3)), shipped(part(2, 1))))],
    ['partly-shipped', stateOf(openOrder(1, lines, shipped(part(1, 3)), arrived(part(1, 3))))],
    ['partly-delivered', stateOf(openOrder(1, lines, ...allShipped, arrived(part(1, 2))))],
    ['delivered', stateOf(openOrder(1, lines, ...allShipped, arrived(part(1, 3), part(2, 1))))],
    ['shipped', stateOf(openOrder(1, lines, off(part(2, 1)), shipped(part(1, 3))))],
    ['nothing-to-fulfil', stateOf(openOrder(1, lines, off(part(1, 3), part(2, 1))))],
  ])('%s', (expected, state) => {
    expect(order.fulfilmentStatus(state)).toBe(expected);
  });
});

describe('returns', () => {
  it.each([
    ['none', stateOf(openOrder(1, lines, ...allShipped))],
    ['requested', stateOf(openOrder(1, lines, ...allShipped, sentBack(part(1, 1))))],
    ['receiving', stateOf(openOrder(1, lines, ...allShipped, sentBack(part(1, 1)), cameBack(1, 1)))],
    [
      'partly-returned',
      stateOf(openOrder(1, lines, ...allShipped, sentBack(part(1, 1)), cameBack(1, 1), closed)),
    ],
    [
      'returned',
      stateOf(openOrder(1, lines, shipped(part(1, 3)), sentBack(part(1, 3)), cameBack(1, 3), closed)),
    ],
    [
      'none',
      stateOf(
        openOrder(
          1,
          lines,
          ...allShipped,
          sentBack(part(1, 1)),
          order.ReturnCancelled({ returnId: returnId(1) }),
        ),
      ),
    ],
  ])('%s', (expected, state) => {
    expect(order.returnStatus(state)).toBe(expected);
  });
});

describe('a completed order', () => {
  it('has nothing left to ship, to pay or to come back', () => {
    const over = [...allShipped, paid(1, 16.5)];
    expect(order.completed(stateOf(openOrder(1, lines, ...over)))).toBe(true);
    expect(order.completed(stateOf(openOrder(1, lines, ...allShipped)))).toBe(false);
    expect(order.completed(stateOf(openOrder(1, lines, paid(1, 16.5))))).toBe(false);
    expect(order.completed(stateOf(openOrder(1, lines, ...over, sentBack(part(1, 1)))))).toBe(false);
    expect(order.completed(stateOf(openOrder(1, lines, paid(1, 16.5), cancelled)))).toBe(false);
  });
});

describe('an overdue order', () => {
  const due = (...since: Parameters<typeof on>[2][]) =>
    stateOf(
      on(orders, orderId(1), order.OrderSubmitted(agreed(1, lines, { dueOn: '2026-11-20' })), ...since),
    );

  it('is owed for from the day after it was due', () => {
    expect(overdue(due(), '2026-11-20')).toBe(false);
    expect(overdue(due(), '2026-11-21')).toBe(true);
    expect(overdue(due(paid(1, 16.5)), '2026-11-21')).toBe(false);
    expect(overdue(stateOf(openOrder(1, lines)), '2026-11-21')).toBe(false);
  });

  it('is due on the day its invoice says, where no other was agreed', () => {
    const { totals, currency } = agreed(1, lines);
    const nothing = minorUnits(0);
    const invoiced = order.InvoiceIssued({
      ...{ invoiceId: invoiceId(1), number: 'INV-1001', orderNumber: 'A-1001', issuedOn: '2026-11-01' },
      ...{ seller: { name: 'My book' }, lines: [...lines], totals, currency, taxMode: 'inclusive' },
      ...{ credits: nothing, paid: nothing, balance: totals.total, dueOn: '2026-11-15' },
    });
    expect(overdue(stateOf(openOrder(1, lines, invoiced)), '2026-11-15')).toBe(false);
    expect(overdue(stateOf(openOrder(1, lines, invoiced)), '2026-11-16')).toBe(true);
  });
});

describe('allocation', () => {
  it.each([
    ['none', stateOf(draft(1, lines))],
    ['none', stateOf(openOrder(1, lines, kept([1, 3, 0], [2, 1, 0]), cancelled))],
    ['none', stateOf(openOrder(1, lines, kept([1, 3, 0], [2, 1, 0]), shipped(part(1, 3), part(2, 1))))],
    ['waiting', stateOf(openOrder(1, lines))],
    ['reserved', stateOf(openOrder(1, lines, kept([1, 3, 0], [2, 1, 0])))],
    ['reserved', stateOf(openOrder(1, lines, kept([1, 3, 0], [2, 0, 1]), shipped(part(2, 1))))],
    ['partly-back-ordered', stateOf(openOrder(1, lines, kept([1, 3, 0], [2, 0, 1])))],
    ['back-ordered', stateOf(openOrder(1, lines, kept([1, 0, 3], [2, 0, 1])))],
    ['unallocated', stateOf(openOrder(1, lines, kept([1, 0, 0], [2, 0, 0])))],
    ['unallocated', stateOf(openOrder(1, lines, kept([1, 0, 0], uncounted(2))))],
    ['reserved', stateOf(openOrder(1, lines, kept([1, 3, 0], uncounted(2))))],
    ['back-ordered', stateOf(openOrder(1, lines, kept([1, 0, 3], uncounted(2))))],
    ['uncounted', stateOf(openOrder(1, lines, kept(uncounted(1), uncounted(2))))],
    ['uncounted', stateOf(openOrder(1, lines, kept([1, 0, 0], uncounted(2)), shipped(part(1, 3))))],
  ])('%s', (expected, state) => {
    expect(order.allocation(state)).toBe(expected);
  });
});

describe('what an order comes to', () => {
  // Three tins at 4.50 and a jar at 3.00.
  it('is 16.50 as a draft, and what was agreed when it is open', () => {
    expect(order.totalsOf(stateOf(draft(1, lines))).total).toBe(1650);
    expect(order.totalsOf(stateOf(openOrder(1, lines))).total).toBe(1650);
  });

  it('is nothing for a draft whose discount is larger than its lines', () => {
    const generous = order.DiscountSet({ discount: amountOff(20) });
    expect(order.totalsOf(stateOf(draft(1, lines, generous))).total).toBe(0);
  });

  it('is nothing once it is off, shipping fee and all', () => {
    const fee = order.ShippingSet({ amount: eur(4.9), taxRate: tax(19) });
    expect(order.totalsOf(stateOf(draft(1, lines, fee))).total).toBe(2140);
    expect(order.totalsOf(stateOf(draft(1, lines, fee, discarded))).total).toBe(0);
    expect(order.totalsOf(stateOf(openOrder(1, lines, cancelled))).total).toBe(0);
  });

  it('is nothing for an order that does not exist', () => {
    expect(order.balanceOf(stateOf())).toEqual({ due: 0, net: 0, balance: 0 });
  });
});

describe('payment', () => {
  it.each([
    ['nothing-due', stateOf(draft(1, [])), 0],
    ['unpaid', stateOf(openOrder(1, lines)), 1650],
    ['partly-paid', stateOf(openOrder(1, lines, paid(1, 10))), 650],
    ['paid', stateOf(openOrder(1, lines, paid(1, 10), paid(2, 6.5))), 0],
    ['refund-due', stateOf(openOrder(1, lines, paid(1, 20))), -350],
    ['refund-due', stateOf(openOrder(1, lines, paid(1, 10), cancelled)), -1000],
  ])('%s', (expected, state, open) => {
    expect(order.paymentStatusOf(state)).toBe(expected);
    expect(order.balanceOf(state).balance).toBe(open);
  });
});

describe('whose event it is', () => {
  it('is read off its stream', () => {
    const [first] = recorded(openOrder(7, lines));
    expect(first && order.orderIdOf(first)).toBe('aaaaaaaa-0000-4000-8000-000000000007');
  });
});
