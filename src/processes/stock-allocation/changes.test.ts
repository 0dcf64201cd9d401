import { describe, it } from 'vitest';
import { on, send } from '../../kernel/index.ts';
import * as order from '../../domain/order/index.ts';
import { ReserveStock, ReturnStock, stock, StockReserved } from '../../domain/stock/index.ts';
import {
  allocation,
  answer,
  cancelled,
  count,
  givenUp,
  issue,
  leaves,
  lines,
  of,
  release,
  reserve,
  since,
  submitted,
  tell,
} from '../../../test/spec/allocation.ts';
import {
  agreed,
  fulfilmentId,
  JAM,
  line,
  lineId,
  orderId,
  pieces,
  returnId,
  TEA,
} from '../../../test/spec/shop.ts';

describe('when an order is revised', () => {
  const kept = [submitted, answer(1, 3), answer(2, 1)] as const;
  const revision = (...after: readonly order.OrderLine[]) => {
    const totals = agreed(1, lines).totals;
    return since(
      order.OrderRevised({
        revision: 1,
        before: { lines, totals },
        after: { lines: [...after], totals },
        reason: 'wants more',
      }),
    );
  };
  const [tea = line(1, TEA, 3), jam = line(2, JAM, 1)] = lines;

  it('the line that grew is asked for in all, and the order told when that is answered', () => {
    const more = revision(line(1, TEA, 5), jam);
    allocation
      .given(...kept)
      .when(more)
      .thenSends(reserve(1, 'by-policy', 3, 5));
    allocation
      .given(...kept, more)
      .when(answer(1, 2, { ask: 3 }))
      .thenSends(tell([5, 0], [1, 0]));
  });

  it('the line that shrank gives back the difference', () => {
    const less = revision(line(1, TEA, 2), jam);
    allocation
      .given(...kept)
      .when(less)
      .thenSends(reserve(1, 'by-policy', 3, 2));
    allocation
      .given(...kept, less)
      .when(givenUp(1, 1, 0, 3))
      .thenSends(tell([2, 0], [1, 0]));
  });

  it('a line that is gone gives back all, and one that is new is asked for', () => {
    allocation
      .given(...kept)
      .when(revision(tea))
      .thenSends(
        release(2),
        send(order.AllocateOrder, {
          orderId: orderId(1),
          lines: [{ lineId: lineId(1), reserved: count(3), backOrdered: count(0) }],
        }),
      );
    allocation
      .given(...kept)
      .when(revision(tea, jam, line(3, TEA, 4)))
      .thenSends(
        send(ReserveStock, {
          ...{ productId: TEA, orderId: orderId(1), lineId: lineId(3) },
          ...{ quantity: pieces(4), backOrder: 'by-policy', ask: 3 },
        }),
      );
  });

  it('a line that comes back, or its id for other goods, owes nothing of what is given back meanwhile', () => {
    const totals = agreed(1, lines).totals;
    const again = (number: number, before: readonly order.OrderLine[], after: readonly order.OrderLine[]) =>
      since(
        order.OrderRevised({
          ...{ revision: number, reason: 'changes their mind' },
          ...{ before: { lines: [...before], totals }, after: { lines: [...after], totals } },
        }),
      );
    const back = [again(1, lines, [tea]), again(2, [tea], [tea, line(2, JAM, 4)])];
    allocation
      .given(...kept, ...back, givenUp(2, 1))
      .when(answer(2, 4, { ask: 3 }))
      .thenSends(tell([3, 0], [4, 0]));
    const other = [again(1, lines, [jam]), again(2, [jam], [line(1, JAM, 2), jam])];
    const ofOther = { ...of(1), productId: JAM };
    allocation
      .given(...kept, ...other, givenUp(1, 3))
      .when(
        on(
          stock,
          JAM,
          StockReserved({
            ...{ ...ofOther, quantity: count(2), ask: 3 },
            ...{ waited: count(0), backOrdered: count(0), short: count(0) },
          }),
        ),
      )
      .thenSends(tell([2, 0], [1, 0]));
  });

  it('nothing is asked when no quantity changed', () => {
    allocation
      .given(...kept)
      .when(revision(tea, { ...jam, unitPrice: tea.unitPrice }))
      .thenSendsNothing();
  });

  it('an answer to what was wanted before is no answer yet', () => {
    allocation
      .given(submitted, revision(line(1, TEA, 5), jam), answer(2, 1))
      .when(answer(1, 3))
      .thenSendsNothing();
  });

  it('what was short is tried anew, since less may be wanted now', () => {
    allocation
      .given(submitted, answer(1, 2, { short: 1 }), answer(2, 1), givenUp(1, 2), givenUp(2, 1))
      .when(revision(line(1, TEA, 2), jam))
      .thenSends(reserve(1, 'by-policy', 3, 2), reserve(2, 'by-policy', 4));
  });

  it('of goods that were settled elsewhere, only what is more is asked for', () => {
    allocation
      .given(since(order.OrderSubmitted(agreed(1, lines, { stock: 'settled' }))))
      .when(revision(line(1, TEA, 5), jam))
      .thenSends(reserve(1, 'by-policy', 1, 2));
  });
});

describe('when the remainder of a line is cancelled', () => {
  const off = (...parts: ReturnType<typeof leaves>[]) =>
    since(
      order.LineRemainderCancelled({ lines: parts, reason: 'sold out', totals: agreed(1, lines).totals }),
    );
  const kept = [submitted, answer(1, 3), answer(2, 1)] as const;

  it('the difference is given back', () => {
    allocation
      .given(...kept)
      .when(off(leaves(1, 1)))
      .thenSends(reserve(1, 'by-policy', 3, 2));
  });

  it('all is given back of a line of which nothing is wanted any more', () => {
    allocation
      .given(...kept)
      .when(off(leaves(1, 3)))
      .thenSends(release(1), tell([3, 0], [1, 0]));
    allocation
      .given(...kept, off(leaves(1, 3)))
      .when(givenUp(1, 3))
      .thenSends(tell([0, 0], [1, 0]));
  });
});

describe('when a cancelled order is reopened', () => {
  const reopened = since(order.OrderReopened({ reason: 'they want it after all' }));
  const off = [submitted, answer(1, 3), answer(2, 1), cancelled, givenUp(1, 3), givenUp(2, 1)] as const;

  it('every line is asked for again, and what was found before is no longer told', () => {
    allocation
      .given(...off)
      .when(reopened)
      .thenSends(reserve(1, 'by-policy', 3), reserve(2, 'by-policy', 4));
    const told = tell([3, 0], [1, 0]);
    allocation
      .given(...off, reopened, answer(1, 3, { ask: 3 }))
      .when(answer(2, 1, { ask: 4 }))
      .thenSends({ ...told, payload: { ...(told.payload as object), openings: 1 } });
  });
});

describe('when an import is undone', () => {
  const undone = since(order.OrderImportUndone({}));

  it('all is given back', () => {
    allocation.given(submitted, answer(1, 3), answer(2, 1)).when(undone).thenSends(release(1), release(2));
  });

  it('and an order that comes in again asks by new numbers, since the shelves remember the old ones', () => {
    allocation
      .given(submitted, answer(1, 3), answer(2, 1), undone)
      .when(submitted)
      .thenSends(reserve(1, 'by-policy', 3), reserve(2, 'by-policy', 4));
  });
});

describe('when goods are handed over', () => {
  const handedOver = since(
    order.ItemsCollected({ fulfilmentId: fulfilmentId(1), lines: [leaves(1, 3)], stock: 'leaves' }),
  );

  it('they leave their shelves', () => {
    allocation.given(submitted, answer(1, 3), answer(2, 1)).when(handedOver).thenSends(issue(1, 3));
  });

  it('over the counter nobody keeps them first', () => {
    const sold = since(order.OrderSubmitted(agreed(1, lines, { stock: 'handed-over' })));
    allocation.when(sold).thenSendsNothing();
    allocation.given(sold).when(handedOver).thenSends(issue(1, 3));
  });
});

describe('when goods come back', () => {
  const back = (whole: number) =>
    since(
      order.ReturnReceived({
        returnId: returnId(1),
        lines: [{ ...leaves(1, whole), productId: TEA, disposition: 'restock' }],
      }),
    );
  const inAll = (whole: number) =>
    send(ReturnStock, { ...of(1), returnId: returnId(1), disposition: 'restock', quantity: pieces(whole) });

  it('they go where they belong, all parts of a return counted together', () => {
    allocation.given(submitted).when(back(1)).thenSends(inAll(1));
    allocation.given(submitted, back(1)).when(back(2)).thenSends(inAll(3));
  });
});
