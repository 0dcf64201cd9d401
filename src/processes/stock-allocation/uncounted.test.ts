import { describe, it } from 'vitest';
import { on, send } from '../../kernel/index.ts';
import { AllocateOrder } from '../../domain/order/index.ts';
import { stock, StockReleased, StockReserved } from '../../domain/stock/index.ts';
import {
  allocation,
  answer,
  cancelled,
  count,
  givenUp,
  issue,
  leaves,
  of,
  release,
  ships,
  submitted,
  tell,
  tooLittle,
} from '../../../test/spec/allocation.ts';
import { JAM, lineId, orderId, pieces, TEA } from '../../../test/spec/shop.ts';

const none = count(0);

/** Nobody counts tea: three tins of it go without being kept. */
const uncountedTea = on(
  stock,
  TEA,
  StockReserved({
    ...{ ...of(1), quantity: none, waited: none, backOrdered: none, short: none },
    ...{ uncounted: pieces(3), ask: 1 },
  }),
);
const uncountedJam = on(
  stock,
  JAM,
  StockReleased({ ...of(2), quantity: count(1), backOrderDropped: none, uncounted: pieces(1) }),
);

const told = (tea: object, jam: object, held: object = {}) =>
  send(AllocateOrder, {
    ...{ orderId: orderId(1), ...held },
    lines: [tea, jam].map((line, n) => ({
      lineId: lineId(n + 1),
      reserved: none,
      backOrdered: none,
      ...line,
    })),
  });

describe('a line of goods that nobody counts', () => {
  it('is settled as soon as it is answered', () => {
    allocation
      .given(submitted, uncountedTea)
      .when(answer(2, 1))
      .thenSends(told({ uncounted: true }, { reserved: count(1) }));
  });

  it('is given up when the order is cancelled, so that it is not kept once somebody counts', () => {
    allocation.given(submitted, uncountedTea, answer(2, 1)).when(cancelled).thenSends(release(1), release(2));
  });

  it('leaves the shelf as others do', () => {
    allocation
      .given(submitted, uncountedTea, answer(2, 1))
      .when(ships(leaves(1, 3)))
      .thenSends(issue(1, 3));
  });

  it('is given back with the others when one is short that may not wait', () => {
    allocation
      .given(submitted, uncountedTea)
      .when(answer(2, 0, { short: 1 }))
      .thenSends(
        release(1),
        told(
          { uncounted: true },
          {},
          { hold: 'Not enough stock: Jam (1 of 1 jar missing)', short: [tooLittle(2, 1)] },
        ),
      );
  });
});

describe('when that changes while the order is open', () => {
  it('the order is told that nothing is kept any more', () => {
    allocation
      .given(submitted, answer(1, 3), answer(2, 1))
      .when(uncountedJam)
      .thenSends(told({ reserved: count(3) }, { uncounted: true }));
  });

  it('the order is told what is kept, and what waits', () => {
    allocation
      .given(submitted, uncountedTea, answer(2, 1))
      .when(answer(1, 2, { ask: 0, backOrdered: 1 }))
      .thenSends(tell([2, 1], [1, 0]));
  });

  it('it waits for those lines that are not answered yet', () => {
    allocation.given(submitted, answer(2, 1)).when(uncountedJam).thenSendsNothing();
  });

  it('nothing is asked of an order that has given everything back', () => {
    allocation
      .given(submitted, answer(1, 2, { short: 1 }), answer(2, 1), givenUp(1, 2))
      .when(uncountedJam)
      .thenSendsNothing();
  });
});
