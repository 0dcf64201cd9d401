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
  returnId,
  TEA,
} from '../../../test/spec/shop.ts';
import * as order from './index.ts';

const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const which = (n: number) => ({ orderId: orderId(1), returnId: returnId(n) });
const some = (n: number, count: number) => ({ lineId: lineId(n), quantity: pieces(count) });
const shipped = order.ItemsShipped({
  ...{ fulfilmentId: fulfilmentId(1), stock: 'leaves' },
  lines: [some(1, 3), some(2, 1)],
});
const requested = (n: number, ...parts: ReturnType<typeof some>[]) =>
  order.ReturnRequested({ returnId: returnId(n), lines: parts, reason: 'bent' });
const back = (n: number, count: number, disposition: order.Disposition = 'restock', at = 1) =>
  order.ReturnReceived({
    returnId: returnId(n),
    lines: [{ ...some(at, count), productId: at === 1 ? TEA : JAM, disposition }],
  });
const closed = order.ReturnClosed({ returnId: returnId(1) });

describe('asking for goods back', () => {
  const ask = { ...which(1), lines: [some(1, 2)], reason: 'bent' };

  it('is noted, once', async () => {
    const asking = given(openOrder(1, lines, shipped)).when(order.RequestReturn, ask);
    await asking.then(requested(1, some(1, 2)));
    await asking.again().thenRejected('return-exists');
  });

  it('is refused for more than was shipped, came back and is expected already', async () => {
    const more = { ...ask, ...which(2) };
    const refused = { name: 'Tea', wanted: 2000, left: 1000 };
    await given(openOrder(1, lines)).when(order.RequestReturn, more).thenRejected('more-than-shipped');
    await given(openOrder(1, lines, shipped, requested(1, some(1, 2))))
      .when(order.RequestReturn, more)
      .thenRejected('more-than-shipped', refused);
    await given(openOrder(1, lines, shipped, requested(1, some(1, 2)), back(1, 2), closed))
      .when(order.RequestReturn, more)
      .thenRejected('more-than-shipped', refused);
    await given(
      openOrder(
        1,
        lines,
        shipped,
        requested(1, some(1, 2)),
        order.ReturnCancelled({ returnId: returnId(1) }),
      ),
    )
      .when(order.RequestReturn, more)
      .then(requested(2, some(1, 2)));
  });
});

describe('receiving a return', () => {
  const asked = [shipped, requested(1, some(1, 2))] as const;
  const receive = (...parts: object[]) => ({ ...which(1), lines: parts });

  it('takes back each part by its disposition', () =>
    given(openOrder(1, lines, ...asked))
      .when(
        order.ReceiveReturn,
        receive({ ...some(1, 1), disposition: 'restock' }, { ...some(1, 1), disposition: 'damaged' }),
      )
      .then(
        order.ReturnReceived({
          returnId: returnId(1),
          lines: [
            { ...some(1, 1), productId: TEA, disposition: 'restock' },
            { ...some(1, 1), productId: TEA, disposition: 'damaged' },
          ],
        }),
      ));

  it('takes back no more than was asked for, so it can’t happen twice', async () => {
    const receiving = given(openOrder(1, lines, ...asked)).when(
      order.ReceiveReturn,
      receive({ ...some(1, 2), disposition: 'restock' }),
    );
    await receiving.then(back(1, 2));
    await receiving.again().thenRejected('more-than-requested', { wanted: 2000, left: 0 });
  });

  it('is refused for a return that is not there, or is over', async () => {
    const asking = receive({ ...some(1, 1), disposition: 'restock' });
    await given(openOrder(1, lines, shipped))
      .when(order.ReceiveReturn, asking)
      .thenRejected('unknown-return');
    await given(openOrder(1, lines, ...asked, back(1, 1), closed))
      .when(order.ReceiveReturn, asking)
      .thenRejected('return-closed', { standing: 'closed' });
  });
});

describe('ending a return', () => {
  const asked = [shipped, requested(1, some(1, 2))] as const;

  it('closes one that brought something, once', async () => {
    const closing = given(openOrder(1, lines, ...asked, back(1, 1))).when(order.CloseReturn, which(1));
    await closing.then(closed);
    await closing.again().thenRejected('return-closed', { standing: 'closed' });
    await given(openOrder(1, lines, ...asked))
      .when(order.CloseReturn, which(1))
      .thenRejected('nothing-received');
  });

  it('cancels one that brought nothing, once', async () => {
    const cancelling = given(openOrder(1, lines, ...asked)).when(order.CancelReturn, which(1));
    await cancelling.then(order.ReturnCancelled({ returnId: returnId(1) }));
    await cancelling.again().thenRejected('return-closed', { standing: 'cancelled' });
    await given(openOrder(1, lines, ...asked, back(1, 1)))
      .when(order.CancelReturn, which(1))
      .thenRejected('already-received');
  });
});

it.each([
  [order.RequestReturn.type, order.RequestReturn, { lines: [some(1, 1)], reason: 'x' }],
  [order.ReceiveReturn.type, order.ReceiveReturn, { lines: [{ ...some(1, 1), disposition: 'restock' }] }],
  [order.CloseReturn.type, order.CloseReturn, {}],
  [order.CancelReturn.type, order.CancelReturn, {}],
])('%s is refused when there is no such order', async (_, command, more) => {
  await given()
    .when(command, { ...which(1), ...more })
    .thenRejected('unknown-order');
  const code = 'lines' in more ? 'not-open' : 'unknown-return';
  await given(draft(1, lines))
    .when(command, { ...which(1), ...more })
    .thenRejected(code);
});
