import { describe, expect, it } from 'vitest';
import type { Decided } from '../../kernel/index.ts';
import { recorded } from '../../../test/spec/projection.ts';
import {
  draft,
  eur,
  fulfilmentId,
  JAM,
  line,
  lineId,
  openOrder,
  paymentId,
  pieces,
  returnId,
  TEA,
} from '../../../test/spec/shop.ts';
import * as order from './index.ts';

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
const cancelled = order.OrderCancelled({ reason: 'sold out' });
const held = order.OrderHeld({ reason: 'address unclear', cause: 'person' });
const discarded = order.DraftDiscarded({});

const allShipped = [shipped(part(1, 3), part(2, 1))];
const arrived = (...parts: ReturnType<typeof part>[]) => order.ItemsDelivered({ lines: parts });
const sentBack = (...parts: ReturnType<typeof part>[]) =>
  order.ReturnRequested({ returnId: returnId(1), lines: parts, reason: 'bent' });
const cameBack = (n: number, count: number) =>
  order.ReturnReceived({
    returnId: returnId(1),
    lines: [{ ...part(n, count), productId: TEA, disposition: 'restock' }],
  });

describe('what can be done now', () => {
  const goods = [
    ...(['PrepareItems', 'UndoPrepare', 'MarkReady', 'ShipItems', 'CollectItems', 'DeliverItems'] as const),
    ...(['RequestReturn', 'ReceiveReturn', 'CloseReturn', 'CancelReturn', 'CancelRemainder'] as const),
    ...(['CancelOrder', 'HoldOrder', 'ReleaseOrder', 'ReviseOrder', 'ReopenOrder'] as const),
    ...(['ArchiveOrder', 'UnarchiveOrder', 'RestoreDraft', 'AddNote', 'Tag', 'Untag'] as const),
  ];
  const noted = ['AddNote', 'Tag'] as const;
  const going = ['PrepareItems', 'MarkReady', 'ShipItems', 'CollectItems', 'CancelRemainder'] as const;
  const open = ['HoldOrder', 'ReviseOrder', ...noted] as const;

  it.each([
    ['an order that does not exist', stateOf(), []],
    ['an open order', stateOf(openOrder(1, lines)), [...going, 'CancelOrder', ...open]],
    [
      'an order on hold',
      stateOf(openOrder(1, lines, held)),
      ['ReleaseOrder', 'CancelOrder', 'CancelRemainder', 'ReviseOrder', ...noted],
    ],
    [
      'a part prepared and one shipped',
      stateOf(openOrder(1, lines, prepared(part(1, 3), part(2, 1)), shipped(part(1, 3)))),
      [...going.slice(1), 'UndoPrepare', 'DeliverItems', 'RequestReturn', ...open],
    ],
    [
      'all delivered and all expected back',
      stateOf(
        openOrder(1, lines, ...allShipped, arrived(part(1, 3), part(2, 1)), sentBack(part(1, 3), part(2, 1))),
      ),
      ['ReceiveReturn', 'CancelReturn', ...open],
    ],
    [
      'all of a return come back',
      stateOf(
        openOrder(
          1,
          lines,
          ...allShipped,
          arrived(part(1, 3), part(2, 1)),
          sentBack(part(1, 1)),
          cameBack(1, 1),
        ),
      ),
      ['RequestReturn', 'CloseReturn', ...open],
    ],
    ['a cancelled order', stateOf(openOrder(1, lines, cancelled)), ['ReopenOrder', 'ArchiveOrder', ...noted]],
    ['a discarded draft', stateOf(draft(1, lines, discarded)), ['RestoreDraft', 'ArchiveOrder', ...noted]],
    [
      'a tagged one out of the way',
      stateOf(openOrder(1, lines, cancelled, order.OrderArchived({}), order.Tagged({ tag: 'x' }))),
      ['ReopenOrder', 'UnarchiveOrder', 'Untag', ...noted],
    ],
  ])('with %s', (_, state, actions) => {
    const possible = order.possibleActions(state).filter((one) => (goods as readonly string[]).includes(one));
    expect([...possible].sort()).toEqual([...actions].sort());
  });

  it('with a draft: submit it only with a line, discard it only unpaid', () => {
    expect(order.possibleActions(stateOf(draft(1, [])))).not.toContain('SubmitOrder');
    expect(order.possibleActions(stateOf(draft(1, lines)))).toContain('SubmitOrder');
    expect(order.possibleActions(stateOf(draft(1, lines)))).toContain('DiscardDraft');
    expect(order.possibleActions(stateOf(draft(1, lines, paid(1, 1))))).not.toContain('DiscardDraft');
  });
});
