import { fc } from '../spec/fc.ts';
import { expect, it } from 'vitest';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import type { Ask } from '../../src/ui/explain/ask-then.ts';
import { comesTo } from '../../src/ui/explain/explanation.ts';
import {
  explainedBalance,
  explainedCount,
  explainedCredit,
  explainedTotal,
} from '../../src/ui/rooms/customers/explained.ts';
import { explainedStock, type StockFigure } from '../../src/ui/rooms/products/explained-stock.ts';
import { explainedSales } from '../../src/ui/rooms/reports/explained.ts';
import { CustomerSummary } from '../../src/views/customer-orders/index.ts';
import { CustomerCredit } from '../../src/views/customer-statement/index.ts';
import { projections } from '../../src/views/index.ts';
import { Sales } from '../../src/views/sales/index.ts';
import { StockLevels } from '../../src/views/stock/index.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { ADA, HONEY, SOAP } from '../spec/stall.ts';
import { BOB } from '../spec/trading-deeds.ts';
import { trading, tradingHistory } from '../spec/trading.ts';

/** Asks every read model of a book in memory. */
const asking = (events: readonly EventEnvelope[]): Ask => {
  const tables = new Map(
    projections.map((projection) => {
      const view = memoryView(projection as never);
      view.apply(events);
      return [projection.name, view.tables] as const;
    }),
  );
  return (query, params) => query.run(tables.get(query.view) as never, query.params.parse(params));
};

const FIGURES = ['available', 'onHand', 'reserved', 'unavailable', 'buffer', 'backOrdered'] as const;
const WHOLE = { from: '2020-01-01T00:00:00.000Z', until: '2030-01-01T00:00:00.000Z' };

const customerAddsUp = async (ask: Ask, customerId: string): Promise<number> => {
  const { currency, orders, total, balance } = await ask(CustomerSummary, { customerId });
  if (currency === undefined) return 0;
  const whose = { customerId, currency };
  const credits = await ask(CustomerCredit, { customerId });
  const credit = credits.reduce((sum, one) => (one.currency === currency ? sum + one.credit : sum), 0);
  const explained = await Promise.all(
    [explainedCount, explainedTotal, explainedBalance, explainedCredit].map((how) => how(ask, whose)),
  );
  expect(explained.map(comesTo)).toEqual([orders, total, Math.abs(balance), credit]);
  return orders;
};

const stockAddsUp = async (ask: Ask, figure: StockFigure): Promise<void> => {
  const levels = await ask(StockLevels, { productIds: [HONEY, SOAP] });
  expect(levels).toHaveLength(2);
  for (const figures of levels)
    expect(comesTo(await explainedStock(ask, { figures, variants: [] }, figure))).toBe(figures[figure]);
};

it('adds up to what the screens show of customers, stock and takings, whatever happened', async () => {
  let ordered = 0;
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const ask = asking(await tradingHistory(deeds));
      for (const customerId of [ADA, BOB]) ordered += await customerAddsUp(ask, customerId);
      for (const figure of FIGURES) await stockAddsUp(ask, figure);
      const { sums } = await ask(Sales, {
        ...{ currency: 'EUR', from: WHOLE.from, ends: [WHOLE.until] },
      });
      const shown = { sales: sums.net + sums.tax, taken: sums.taken, orders: sums.orders };
      for (const of of ['sales', 'taken', 'orders'] as const)
        expect(comesTo(await explainedSales(ask, { of, currency: 'EUR', ...WHOLE }))).toBe(shown[of]);
    }),
    { numRuns: 60 },
  );
  expect(ordered).toBeGreaterThan(0);
});
