import { describe, it } from 'vitest';
import * as order from '../../domain/order/index.ts';
import {
  allocation,
  answer,
  cancelled,
  givenUp,
  issue,
  issued,
  leaves,
  lines,
  release,
  released,
  reserve,
  ships,
  since,
  submitted,
  tell,
  tooLittle,
} from '../../../test/spec/allocation.ts';
import { agreed, fulfilmentId, JAM, line, lineId, pieces, TEA } from '../../../test/spec/shop.ts';

describe('when an order is submitted', () => {
  it('every line is asked for at its shelf', () => {
    allocation.when(submitted).thenSends(reserve(1, 'by-policy'), reserve(2, 'by-policy'));
  });

  it('it waits for whatever is short when a person insisted', () => {
    allocation
      .when(since(order.OrderSubmitted(agreed(1, lines, { override: 'delivery on Monday' }))))
      .thenSends(reserve(1, 'always'), reserve(2, 'always'));
  });

  it('nothing is asked for when its goods were gone before', () => {
    allocation.when(since(order.OrderSubmitted(agreed(1, lines, { stock: 'settled' })))).thenSendsNothing();
  });
});

describe('when the shelves answer', () => {
  it('the order is told once every line is answered', () => {
    allocation.given(submitted).when(answer(1, 3)).thenSendsNothing();
    allocation
      .given(submitted, answer(1, 3))
      .when(answer(2, 1))
      .thenSends(tell([3, 0], [1, 0]));
  });

  it('it is told what waits', () => {
    allocation
      .given(submitted, answer(1, 2, { backOrdered: 1 }))
      .when(answer(2, 1))
      .thenSends(tell([2, 1], [1, 0]));
  });

  it('it is told again when stock comes for what waited', () => {
    allocation
      .given(submitted, answer(1, 2, { backOrdered: 1 }), answer(2, 0, { backOrdered: 1 }))
      .when(answer(1, 1, { ask: 0, waited: 1 }))
      .thenSends(tell([3, 0], [0, 1]));
  });
});

describe('when a line is short and may not wait', () => {
  const refused = answer(1, 2, { backOrdered: 0, short: 1 });
  const noTea = { hold: 'Not enough stock: Tea (1 of 3 tin missing)', short: [tooLittle(1, 1)] };
  const noJam = { hold: 'Not enough stock: Jam (1 of 1 jar missing)', short: [tooLittle(2, 1)] };

  it('everything is given back and the order is held', () => {
    allocation
      .given(submitted, refused)
      .when(answer(2, 1))
      .thenSends(release(1), release(2), tell([0, 0], [0, 0], noTea));
  });

  it('nothing is given back for a line that got nothing', () => {
    allocation
      .given(submitted, answer(1, 3))
      .when(answer(2, 0, { short: 1 }))
      .thenSends(release(1), tell([0, 0], [0, 0], noJam));
  });

  it('it holds nothing once it is off the order, though others are still to answer', () => {
    const off = since(
      order.LineRemainderCancelled({
        lines: [{ lineId: lineId(1), quantity: pieces(3) }],
        ...{ reason: 'no tea', totals: agreed(1, lines).totals },
      }),
    );
    allocation
      .given(submitted, refused, off)
      .when(answer(2, 1))
      .thenSends(tell([2, 0], [1, 0]));
  });

  it('a variant is called by its options', () => {
    const green = since(
      order.OrderSubmitted(agreed(1, [{ ...line(1, TEA, 3), variant: 'Green' }, line(2, JAM, 1)])),
    );
    const short = [{ ...tooLittle(1, 1), name: 'Tea, Green' }];
    allocation
      .given(green, refused)
      .when(answer(2, 1))
      .thenSends(
        ...[release(1), release(2)],
        tell([0, 0], [0, 0], { hold: 'Not enough stock: Tea, Green (1 of 3 tin missing)', short }),
      );
  });

  it('it is asked for again, to wait, once a person lets the order go on', () => {
    allocation
      .given(submitted, refused, answer(2, 1))
      .when(released)
      .thenSends(reserve(1, 'always', 3), reserve(2, 'always', 4));
    allocation
      .given(
        ...[submitted, refused, answer(2, 1), givenUp(1, 2), givenUp(2, 1), released],
        answer(1, 2, { ask: 3, backOrdered: 1 }),
      )
      .when(answer(2, 1, { ask: 4 }))
      .thenSends(tell([2, 1], [1, 0]));
  });

  it('nothing is left to give back when the order is cancelled then', () => {
    allocation
      .given(submitted, refused, answer(2, 1), givenUp(1, 2), givenUp(2, 1))
      .when(cancelled)
      .thenSendsNothing();
  });

  it('is asked for once more, to wait, when a person insisted meanwhile', () => {
    allocation
      .given(submitted, answer(1, 3), released)
      .when(answer(2, 0, { short: 1 }))
      .thenSends(reserve(2, 'always', 3));
  });
});

describe("when a person's own hold is lifted", () => {
  const lifted = since(order.OrderReleased({ cause: 'person' }));

  it('nothing changes on the shelves', () => {
    allocation.given(submitted, answer(1, 3), answer(2, 1)).when(lifted).thenSendsNothing();
  });

  it('that says nothing about a shortage which they could not know of yet', () => {
    allocation
      .given(submitted, answer(1, 2, { short: 1 }), answer(2, 1))
      .when(lifted)
      .thenSendsNothing();
  });
});

describe('when an order is cancelled', () => {
  it('all is given back, and what waited waits no longer', () => {
    allocation
      .given(submitted, answer(1, 2, { backOrdered: 1 }), answer(2, 0, { backOrdered: 1 }))
      .when(cancelled)
      .thenSends(release(1), release(2));
  });

  it('also what the shelves have not answered yet, and later answers are no news', () => {
    allocation.given(submitted).when(cancelled).thenSends(release(1), release(2));
    allocation.given(submitted, cancelled, answer(1, 3)).when(answer(2, 1)).thenSendsNothing();
  });
});

describe('when goods are shipped', () => {
  const kept = [submitted, answer(1, 3), answer(2, 1)] as const;

  it('they leave their shelves', () => {
    allocation
      .given(...kept)
      .when(ships(leaves(1, 2), leaves(2, 1)))
      .thenSends(issue(1, 2), issue(2, 1));
  });

  it('they do not when they were gone before', () => {
    allocation
      .given(...kept)
      .when(
        since(order.ItemsShipped({ fulfilmentId: fulfilmentId(1), lines: [leaves(1, 3)], stock: 'settled' })),
      )
      .thenSendsNothing();
  });

  it('the order is told what is kept for the rest, once all of the shipment has left', () => {
    const shipment = ships(leaves(1, 2), leaves(2, 1));
    allocation
      .given(...kept, shipment)
      .when(issued(1, 2))
      .thenSendsNothing();
    allocation
      .given(...kept, shipment, issued(1, 2))
      .when(issued(2, 1))
      .thenSends(tell([1, 0], [0, 0]));
  });

  it('what left without being reserved waits no longer', () => {
    allocation
      .given(submitted, answer(1, 1, { backOrdered: 2 }), answer(2, 1), ships(leaves(1, 2)))
      .when(issued(1, 2, 1, 1))
      .thenSends(tell([0, 1], [1, 0]));
  });

  it('there is nothing to tell when all is gone', () => {
    allocation
      .given(...kept, ships(leaves(1, 3), leaves(2, 1)), issued(1, 3))
      .when(issued(2, 1))
      .thenSendsNothing();
  });
});
