import { fc } from '../../test/spec/fc.ts';
import { expect, it } from 'vitest';
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

/** Each batch is told twice, as to a follower that did not hear that the first time was written. */
const twice = <Item>(batches: readonly (readonly Item[])[]) => batches.flatMap((batch) => [batch, batch]);

it('every read model holds the same however the events are cut into batches, and told twice', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(trading, sizes, async (deeds, some) => {
      const events = await tradingHistory(deeds);
      for (const projection of projections) {
        const rebuilt = foldedIn(projection, [events]).contents();
        for (const batches of [cut(events, some), cut(events, [1]), twice(cut(events, some))])
          expect(foldedIn(projection, batches).contents(), projection.name).toStrictEqual(rebuilt);
      }
    }),
    { numRuns: 200 },
  );
});

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
