import { describe, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import {
  agreed,
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
import * as order from './index.ts';

const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const FIRST = { orderId: orderId(1) };
const act = (n: number) => ({ ...FIRST, fulfilmentId: fulfilmentId(n) });
const some = (n: number, count: number) => ({ lineId: lineId(n), quantity: pieces(count) });
const of = (n: number, ...parts: ReturnType<typeof some>[]) => ({
  fulfilmentId: fulfilmentId(n),
  lines: parts,
});
const all = [some(1, 3), some(2, 1)];
const prepared = order.ItemsPrepared(of(8, some(1, 2)));
const shipped = order.ItemsShipped({ ...of(9, ...all), stock: 'leaves' });
const held = order.OrderHeld({ reason: 'address unclear', cause: 'person' });

describe('preparing', () => {
  it('puts together all that is not, or a part', async () => {
    await given(openOrder(1, lines, prepared))
      .when(order.PrepareItems, act(1))
      .then(order.ItemsPrepared(of(1, some(1, 1), some(2, 1))));
    await given(openOrder(1, lines))
      .when(order.PrepareItems, { ...act(1), lines: [some(1, 1), some(1, 1)] })
      .then(order.ItemsPrepared(of(1, some(1, 2))));
  });

  it('happens once', () =>
    given(openOrder(1, lines)).when(order.PrepareItems, act(1)).again().thenRejected('fulfilment-exists'));

  it('is refused for more than is left, for nothing, and on hold', async () => {
    await given(openOrder(1, lines, prepared))
      .when(order.PrepareItems, { ...act(1), lines: [some(1, 2)] })
      .thenRejected('more-than-left', { name: 'Tea', wanted: 2000, left: 1000 });
    await given(openOrder(1, lines, order.ItemsPrepared(of(8, ...all))))
      .when(order.PrepareItems, act(1))
      .thenRejected('nothing-to-prepare');
    await given(openOrder(1, lines, held))
      .when(order.PrepareItems, act(1))
      .thenRejected('on-hold');
  });

  it('is undone, all of it or a part, once', async () => {
    const undoing = given(openOrder(1, lines, prepared)).when(order.UndoPrepare, FIRST);
    await undoing.then(order.PreparationUndone({ lines: [some(1, 2)] }));
    await undoing.again().thenRejected('nothing-prepared');
    await given(openOrder(1, lines, prepared))
      .when(order.UndoPrepare, { ...FIRST, lines: [some(1, 3)] })
      .thenRejected('more-than-prepared', { wanted: 3000, left: 2000 });
  });
});

describe('waiting to be fetched', () => {
  it('prepares what was not', async () => {
    const marking = given(openOrder(1, lines, prepared)).when(order.MarkReady, act(1));
    await marking.then(order.ItemsPrepared(of(1, some(1, 1), some(2, 1))), order.ItemsReady(of(1, ...all)));
    await marking.again().thenRejected('fulfilment-exists');
  });

  it('does not count for more what waits already', () =>
    given(openOrder(1, lines, prepared, order.ItemsReady(of(7, some(1, 2)))))
      .when(order.MarkReady, { ...act(1), lines: [some(1, 1)] })
      .then(order.ItemsPrepared(of(1, some(1, 1))), order.ItemsReady(of(1, some(1, 1)))));

  it('is refused when all does', () =>
    given(openOrder(1, lines, order.ItemsPrepared(of(8, ...all)), order.ItemsReady(of(7, ...all))))
      .when(order.MarkReady, act(1))
      .thenRejected('nothing-to-mark-ready'));
});

describe('handing over', () => {
  it('ships and delivers in one, once', async () => {
    const handing = given(openOrder(1, lines, prepared)).when(order.CollectItems, act(1));
    await handing.then(
      order.ItemsPrepared(of(1, some(1, 1), some(2, 1))),
      order.ItemsCollected({ ...of(1, ...all), stock: 'leaves' }),
    );
    await handing.again().thenRejected('fulfilment-exists');
  });

  it('is refused when all is gone', () =>
    given(openOrder(1, lines, shipped))
      .when(order.CollectItems, act(1))
      .thenRejected('nothing-to-collect'));
});

describe('delivering', () => {
  it('notes what has arrived, once', async () => {
    const arriving = given(openOrder(1, lines, shipped)).when(order.DeliverItems, FIRST);
    await arriving.then(order.ItemsDelivered({ lines: all }));
    await arriving.again().thenRejected('nothing-to-deliver');
  });

  it('is refused for more than is on its way', () =>
    given(openOrder(1, lines, shipped))
      .when(order.DeliverItems, { ...FIRST, lines: [some(2, 2)] })
      .thenRejected('more-than-shipped', { wanted: 2000, left: 1000 }));
});

describe('cancelling the remainder', () => {
  const cancel = { ...FIRST, reason: 'sold out' };
  const off = (left: readonly order.OrderLine[], ...parts: ReturnType<typeof some>[]) =>
    order.LineRemainderCancelled({ lines: parts, reason: 'sold out', totals: agreed(1, left).totals });

  it('takes off a part, and says what the rest comes to', async () => {
    const cancelling = given(openOrder(1, lines)).when(order.CancelRemainder, {
      ...cancel,
      lines: [some(1, 1)],
    });
    await cancelling.then(off([line(1, TEA, 2), line(2, JAM, 1)], some(1, 1)));
    await cancelling.again().then(off([line(1, TEA, 1), line(2, JAM, 1)], some(1, 1)));
  });

  it('puts back what was prepared of it', () =>
    given(openOrder(1, lines, prepared))
      .when(order.CancelRemainder, { ...cancel, lines: [some(1, 2)] })
      .then(
        order.PreparationUndone({ lines: [some(1, 1)] }),
        off([line(1, TEA, 1), line(2, JAM, 1)], some(1, 2)),
      ));

  it('is refused for more than is left, and when all is gone', async () => {
    await given(openOrder(1, lines))
      .when(order.CancelRemainder, { ...cancel, lines: [some(1, 4)] })
      .thenRejected('more-than-left', { wanted: 4000, left: 3000 });
    await given(openOrder(1, lines, shipped))
      .when(order.CancelRemainder, cancel)
      .thenRejected('nothing-to-cancel');
  });
});

describe('cancelling the order', () => {
  it('puts back what was prepared', () =>
    given(openOrder(1, lines, prepared))
      .when(order.CancelOrder, { ...FIRST, reason: 'x' })
      .then(order.PreparationUndone({ lines: [some(1, 2)] }), order.OrderCancelled({ reason: 'x' })));
});

describe('every act on goods', () => {
  const acts = [
    [order.PrepareItems, act(1)],
    [order.UndoPrepare, FIRST],
    [order.MarkReady, act(1)],
    [order.DeliverItems, FIRST],
    [order.CollectItems, act(1)],
    [order.CancelRemainder, { ...FIRST, reason: 'x' }],
  ] as const;

  it.each(acts.map(([command, payload]) => [command.type, command, payload] as const))(
    '%s is refused for no order, for a draft, and when it is off',
    async (_, command, payload) => {
      await given().when(command, payload).thenRejected('unknown-order');
      await given(draft(1, lines)).when(command, payload).thenRejected('not-open');
      await given(openOrder(1, lines, order.OrderCancelled({ reason: 'x' })))
        .when(command, payload)
        .thenRejected('not-open');
    },
  );
});
