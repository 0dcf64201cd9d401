import { describe, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import {
  draft,
  fulfilmentId,
  JAM,
  line,
  lineId,
  openOrder,
  orderId,
  pieces,
  TEA,
} from '../../../test/spec/shop.ts';
import { quantity } from '../quantity.ts';
import * as order from './index.ts';

const { AddNote, AllocateOrder, CancelOrder, HoldOrder, ReleaseOrder } = order;
const FIRST = { orderId: orderId(1) };
const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const oneShipped = order.ItemsShipped({
  fulfilmentId: fulfilmentId(1),
  lines: [{ lineId: lineId(2), quantity: pieces(1) }],
  stock: 'leaves',
});
const allShipped = order.ItemsShipped({
  fulfilmentId: fulfilmentId(1),
  lines: lines.map(({ lineId: id, quantity: all }) => ({ lineId: id, quantity: all })),
  stock: 'leaves',
});
const held = order.OrderHeld({ reason: 'address unclear', cause: 'person' });
const cancelled = order.OrderCancelled({ reason: 'sold out' });

describe('cancelling', () => {
  const cancel = { ...FIRST, reason: 'sold out' };

  it('takes an open order off', () => given(openOrder(1, lines)).when(CancelOrder, cancel).then(cancelled));
  it('takes one on hold off', () =>
    given(openOrder(1, lines, held))
      .when(CancelOrder, cancel)
      .then(cancelled));
  it('happens once', () =>
    given(openOrder(1, lines))
      .when(CancelOrder, cancel)
      .again()
      .thenRejected('not-open', { lifecycle: 'cancelled' }));
  it('is refused once a part is shipped', () =>
    given(openOrder(1, lines, oneShipped))
      .when(CancelOrder, cancel)
      .thenRejected('already-shipped'));
  it('is refused for a draft', () =>
    given(draft(1, lines)).when(CancelOrder, cancel).thenRejected('not-open'));
  it('needs a reason', () =>
    given(openOrder(1, lines))
      .when(CancelOrder, { ...FIRST, reason: '  ' })
      .thenMalformed('reason'));
});

describe('holding', () => {
  const hold = { ...FIRST, reason: 'address unclear' };

  it('stops an open order', () => given(openOrder(1, lines)).when(HoldOrder, hold).then(held));
  it('happens once', () =>
    given(openOrder(1, lines)).when(HoldOrder, hold).again().thenRejected('already-on-hold', {
      reason: 'address unclear',
      cause: 'person',
    }));
  it('is refused for a draft', () => given(draft(1, lines)).when(HoldOrder, hold).thenRejected('not-open'));
});

describe('releasing', () => {
  it('lets an order on hold go on', () =>
    given(openOrder(1, lines, held))
      .when(ReleaseOrder, FIRST)
      .then(order.OrderReleased({ cause: 'person' })));
  it('happens once', () =>
    given(openOrder(1, lines, held))
      .when(ReleaseOrder, FIRST)
      .again()
      .thenRejected('not-on-hold'));
  it('is refused for a cancelled order', () =>
    given(openOrder(1, lines, cancelled))
      .when(ReleaseOrder, FIRST)
      .thenRejected('not-open'));
});

describe('a note', () => {
  const note = { ...FIRST, text: ' call before 10 ' };
  const noted = order.NoteAdded({ text: 'call before 10' });

  it.each([
    ['a draft', draft(1, [])],
    ['a discarded draft', draft(1, [], order.DraftDiscarded({}))],
    ['an open order', openOrder(1, lines)],
    ['a cancelled order', openOrder(1, lines, cancelled)],
  ])('can be added to %s', (_, state) => given(state).when(AddNote, note).then(noted));

  it('is added as often as it is told: the same words may be meant again', () =>
    given(draft(1, [])).when(AddNote, note).again().then(noted));
  it('may be for the customer', () =>
    given(draft(1, []))
      .when(AddNote, { ...FIRST, text: 'Thanks', forCustomer: true })
      .then(order.NoteAdded({ text: 'Thanks', forCustomer: true })));
  it('needs an order', () => given().when(AddNote, note).thenRejected('unknown-order'));
});

describe('allocating, as the process tells', () => {
  const kept = [
    { lineId: lineId(1), reserved: quantity(2000), backOrdered: quantity(1000) },
    { lineId: lineId(2), reserved: quantity(1000), backOrdered: quantity(0) },
  ];
  const news = { ...FIRST, lines: kept };
  const short = [{ name: 'Tea', unit: 'tin', missing: quantity(1000), wanted: quantity(3000) }];
  const bad = { ...news, hold: 'Not enough stock', short };
  const stopped = order.OrderHeld({ reason: 'Not enough stock', cause: 'stock', short });

  it('keeps the figures, once', async () => {
    const telling = given(openOrder(1, lines)).when(AllocateOrder, news);
    await telling.then(order.OrderAllocated({ lines: kept }));
    await telling.again().thenNothing();
  });

  it('holds the order when told to, once', async () => {
    const telling = given(openOrder(1, lines)).when(AllocateOrder, bad);
    await telling.then(order.OrderAllocated({ lines: kept }), stopped);
    await telling.again().thenNothing();
  });

  it("adds its reason to a person's hold", () =>
    given(openOrder(1, lines, held))
      .when(AllocateOrder, bad)
      .then(
        order.OrderAllocated({ lines: kept }),
        order.OrderHeld({
          reason: 'Not enough stock; address unclear',
          ...{ cause: 'stock', short, before: 'address unclear' },
        }),
      ));

  it('comes too late for a cancelled order, which is no fault', () =>
    given(openOrder(1, lines, cancelled))
      .when(AllocateOrder, bad)
      .thenNothing());

  it('comes too late when all is shipped', () =>
    given(openOrder(1, lines, allShipped))
      .when(AllocateOrder, bad)
      .thenNothing());

  it('needs an order', () => given().when(AllocateOrder, news).thenRejected('unknown-order'));
});

describe('an order that does not exist', () => {
  it.each([
    [CancelOrder, { reason: 'x' }],
    [HoldOrder, { reason: 'x' }],
    [ReleaseOrder, {}],
  ])('refuses $0.type', (command, payload) =>
    given()
      .when(command, { ...FIRST, ...payload })
      .thenRejected('unknown-order', FIRST),
  );
});
