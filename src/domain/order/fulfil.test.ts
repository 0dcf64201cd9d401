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
import { ItemsPrepared, ItemsShipped, OrderCancelled, OrderHeld, ShipItems } from './index.ts';

const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const ship = { orderId: orderId(1), fulfilmentId: fulfilmentId(1) };
const some = (n: number, count: number) => ({ lineId: lineId(n), quantity: pieces(count) });
const gone = (n: number, ...shipped: ReturnType<typeof some>[]) => ({
  fulfilmentId: fulfilmentId(n),
  lines: shipped,
});

describe('shipping an open order', () => {
  it('ships all that is left, and has made it ready', () =>
    given(openOrder(1, lines))
      .when(ShipItems, { ...ship, carrier: 'DHL', tracking: '' })
      .then(
        ItemsPrepared(gone(1, some(1, 3), some(2, 1))),
        ItemsShipped({ ...gone(1, some(1, 3), some(2, 1)), carrier: 'DHL', stock: 'leaves' }),
      ));

  it('happens once', () =>
    given(openOrder(1, lines))
      .when(ShipItems, { ...ship, lines: [some(1, 1)] })
      .again()
      .thenRejected('fulfilment-exists'));

  it('ships a part, a line named twice counted together', () =>
    given(openOrder(1, lines))
      .when(ShipItems, { ...ship, lines: [some(1, 1), some(1, 1)] })
      .then(ItemsPrepared(gone(1, some(1, 2))), ItemsShipped({ ...gone(1, some(1, 2)), stock: 'leaves' })));

  it('ships the rest of what was shipped in part', () =>
    given(
      openOrder(
        1,
        lines,
        ItemsShipped({ ...gone(2, some(1, 2)), stock: 'leaves' }),
        ItemsPrepared(gone(2, some(1, 2))),
      ),
    )
      .when(ShipItems, ship)
      .then(
        ItemsPrepared(gone(1, some(1, 1), some(2, 1))),
        ItemsShipped({ ...gone(1, some(1, 1), some(2, 1)), stock: 'leaves' }),
      ));

  it('does not make ready again what was ready', () =>
    given(openOrder(1, lines, ItemsPrepared(gone(2, some(1, 2), some(2, 1)))))
      .when(ShipItems, ship)
      .then(
        ItemsPrepared(gone(1, some(1, 1))),
        ItemsShipped({ ...gone(1, some(1, 3), some(2, 1)), stock: 'leaves' }),
      ));

  it('refuses more than is left', () =>
    given(openOrder(1, lines))
      .when(ShipItems, { ...ship, lines: [some(1, 2), some(1, 2)] })
      .thenRejected('more-than-left', { name: 'Tea', unit: 'tin', wanted: 4000, left: 3000 }));

  it('refuses a line that is not there', () =>
    given(openOrder(1, lines))
      .when(ShipItems, { ...ship, lines: [some(9, 1)] })
      .thenRejected('unknown-line', { lineId: lineId(9) }));

  it('refuses when all is gone', () =>
    given(openOrder(1, lines, ItemsShipped({ ...gone(2, some(1, 3), some(2, 1)), stock: 'leaves' })))
      .when(ShipItems, ship)
      .thenRejected('nothing-to-ship'));

  it('refuses while it is on hold', () =>
    given(openOrder(1, lines, OrderHeld({ reason: 'address unclear', cause: 'person' })))
      .when(ShipItems, ship)
      .thenRejected('on-hold', { reason: 'address unclear', cause: 'person' }));

  it('is no shipment of nothing', () =>
    given(openOrder(1, lines))
      .when(ShipItems, { ...ship, lines: [] })
      .thenMalformed('lines'));
});

describe('what is not open is not shipped', () => {
  it('as a draft', () =>
    given(draft(1, lines)).when(ShipItems, ship).thenRejected('not-open', { lifecycle: 'draft' }));
  it('when it is cancelled', () =>
    given(openOrder(1, lines, OrderCancelled({ reason: 'sold out' })))
      .when(ShipItems, ship)
      .thenRejected('not-open', { lifecycle: 'cancelled' }));
  it('when it does not exist', () => given().when(ShipItems, ship).thenRejected('unknown-order'));
});
