import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryView } from '../../test/spec/memory-tables.ts';
import { trading, tradingHistory } from '../../test/spec/trading.ts';
import {
  allocation,
  balanceOf,
  fulfilmentStatus,
  lifecycle,
  orders,
  paymentStatusOf,
  totalsOf,
  type OrderState,
} from '../domain/order/index.ts';
import { stock, type StockState } from '../domain/stock/index.ts';
import type { Aggregate, EventEnvelope, Projection, ProjectionBuilder } from '../kernel/index.ts';
import { projections } from './index.ts';
import { orderList } from './order-list/projection.ts';
import { stockView } from './stock/projection.ts';

const RUNS = { numRuns: 60 };

const foldedIn = (projection: Projection, batches: readonly (readonly EventEnvelope[])[]) => {
  const view = memoryView(projection as ProjectionBuilder<object>);
  batches.forEach((batch) => {
    view.apply(batch);
  });
  return view;
};

/** Cuts a list after as many items as each of `sizes` says, over and over. */
const cut = <Item>(items: readonly Item[], sizes: readonly number[]): readonly (readonly Item[])[] => {
  const batches: (readonly Item[])[] = [];
  for (let at = 0, n = 0; at < items.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    batches.push(items.slice(at, at + size));
    at += size;
  }
  return batches;
};

/** Every stream of an aggregate, folded by the aggregate itself. */
const states = <State>(aggregate: Aggregate<State>, events: readonly EventEnvelope[]) => {
  const folded = new Map<string, State>();
  const category = aggregate.stream('');
  for (const event of events.filter(({ stream }) => stream.startsWith(category))) {
    const id = event.stream.slice(category.length);
    folded.set(id, aggregate.evolve(folded.get(id) ?? aggregate.initial, event));
  }
  return folded;
};

describe.each(projections.map((projection) => [projection.name, projection] as const))(
  '%s',
  (_, projection) => {
    it('holds the same however the events are cut into batches', async () => {
      const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(trading, sizes, async (deeds, some) => {
          const events = await tradingHistory(deeds);
          const rebuilt = foldedIn(projection, [events]).contents();
          expect(foldedIn(projection, cut(events, some)).contents()).toStrictEqual(rebuilt);
          expect(foldedIn(projection, cut(events, [1])).contents()).toStrictEqual(rebuilt);
        }),
        RUNS,
      );
    });
  },
);

const outline = (state: OrderState) => ({
  lifecycle: lifecycle(state),
  payment: paymentStatusOf(state),
  fulfilment: fulfilmentStatus(state),
  allocation: allocation(state),
  total: totalsOf(state).total,
  balance: balanceOf(state).balance,
  onHold: state.hold !== undefined,
  lineCount: state.lines.length,
  ...(state.customer && { customerId: state.customer.customerId }),
  ...(state.agreed && { number: state.agreed.number }),
});

it('lists every order as the rules of orders see it, though a row keeps little of it', async () => {
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const events = await tradingHistory(deeds);
      const { orders: rows = [] } = foldedIn(orderList, [events]).contents();
      const listed = new Map(rows.map((row) => [row['id'], row]));
      for (const [id, state] of states(orders, events)) {
        const { onHold, ...expected } = outline(state);
        const row = listed.get(id);
        expect({ ...row, onHold: row?.['onHold'] === true }).toMatchObject({ ...expected, onHold });
      }
    }),
    RUNS,
  );
});

const holding = ({ onHand, reserved, backOrdered, unavailable, buffer }: StockState) => ({
  onHand,
  reserved,
  backOrdered,
  unavailable,
  buffer,
});

it('holds the same stock as the rules of stock see', async () => {
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const events = await tradingHistory(deeds);
      const { levels = [] } = foldedIn(stockView, [events]).contents();
      for (const [id, state] of states(stock, events))
        expect(levels.find((row) => row['productId'] === id)).toMatchObject(holding(state));
    }),
    RUNS,
  );
});
