import { fc } from '../../../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import { memoryView } from '../../../../test/spec/memory-tables.ts';
import { ask } from '../../../../test/spec/projection.ts';
import { trading, tradingHistory } from '../../../../test/spec/trading.ts';
import {
  balance,
  CurrencyCode,
  Discount,
  MinorUnits,
  minorUnits,
  priceOrder,
  Quantity,
  TaxRate,
  UnitPrice,
  type OrderToPrice,
} from '../../../domain/pricing/index.ts';
import { OrderDetails, type OrderPage } from '../../../views/order-details/index.ts';
import { orderDetails } from '../../../views/order-details/projection.ts';
import { comesTo } from '../../explain/explanation.ts';
import { explainedInvoice, explainedReturn, explainedSum } from './explained.ts';
import { sumsOf } from './sums.ts';

const discount = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 0, max: 100_000 }).map((rate) => Discount.parse({ kind: 'percent', rate })),
  fc.nat(20_000).map((amount) => Discount.parse({ kind: 'amount', amount })),
);
const taxRate = fc.constantFrom(0, 5500, 7000, 8875, 19_000).map((rate) => TaxRate.parse(rate));
const lines = fc.array(
  fc.record({
    lineId: fc.uuid(),
    quantity: fc.nat(50_000).map((quantity) => Quantity.parse(quantity)),
    unitPrice: fc.nat(1_000_000).map((price) => UnitPrice.parse(price)),
    ...{ taxRate, discount },
  }),
  { maxLength: 8 },
);
/** Of every tax mode, way of rounding and number of digits. */
const anyOrder: fc.Arbitrary<OrderToPrice> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD').map((code) => CurrencyCode.parse(code)),
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  rounding: fc.constantFrom('perLine', 'perRate'),
  lines,
  orderDiscount: discount,
  shipping: fc.option(
    fc.record({ amount: fc.nat(5000).map((amount) => MinorUnits.parse(amount)), taxRate }),
    { nil: undefined },
  ),
  excessDiscount: fc.constant('cap'),
});

/** An order of which nothing happened but that it was placed. */
const pageOf = (order: OrderToPrice): OrderPage => {
  const priced = priceOrder(order);
  if (!priced.ok) throw new Error(priced.error.code);
  const totals = priced.value;
  const nothing = minorUnits(0);
  const none = { payments: nothing, refunds: nothing, credits: nothing, cashRounding: nothing };
  const page = {
    ...{
      id: 'o',
      lifecycle: 'open',
      totals,
      agreed: totals,
      balance: balance({ total: totals.total, ...none }),
    },
    ...{ payments: [], refunds: [], credits: [], roundings: [], actions: [] },
    ...order,
    lines: order.lines.map((line) => ({ ...line, productId: 'p', name: 'Soap', unit: 'pcs' })),
  };
  return page as unknown as OrderPage;
};

const addsUp = (page: OrderPage): void => {
  for (const { id, amount } of sumsOf(page))
    expect([id, comesTo(explainedSum(page, id))]).toEqual([id, amount]);
};

it('adds up to the figure, for every figure of an order, however it is priced', () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      addsUp(pageOf(order));
    }),
    { numRuns: 500 },
  );
});

it('says what the lines come to also where a discount takes off just what shipping puts on', () => {
  const page = pageOf({
    ...{
      currency: CurrencyCode.parse('EUR'),
      taxMode: 'inclusive',
      rounding: 'perLine',
      excessDiscount: 'cap',
    },
    lines: [
      {
        ...{ lineId: 'a', quantity: Quantity.parse(1000), unitPrice: UnitPrice.parse(40_000) },
        taxRate: TaxRate.parse(0),
      },
    ],
    orderDiscount: Discount.parse({ kind: 'amount', amount: 150 }),
    shipping: { amount: MinorUnits.parse(150), taxRate: TaxRate.parse(0) },
  });
  expect(sumsOf(page).map(({ id, amount }) => [id, amount])).toEqual([
    ['lines', 400],
    ['discount', -150],
    ['shipping', 150],
    ['total', 400],
    ['balance', 400],
  ]);
  addsUp(page);
});

it('says by what each line was multiplied, and where tax was rounded', () => {
  const eur = CurrencyCode.parse('EUR');
  const line = { lineId: 'a', quantity: Quantity.parse(3000), unitPrice: UnitPrice.parse(40_000) };
  const page = pageOf({
    ...{ currency: eur, taxMode: 'exclusive', rounding: 'perRate' },
    lines: [
      {
        ...line,
        taxRate: TaxRate.parse(19_000),
        discount: Discount.parse({ kind: 'percent', rate: 50_000 }),
      },
    ],
  });
  expect(explainedSum(page, 'lines').lines).toMatchObject([
    { text: 'Soap', detail: '3 × €4.00; €12.00 less €6.00', amount: 600, href: '#/products/p' },
  ]);
  expect(explainedSum(page, 'tax-19000')).toMatchObject({
    lines: [{ detail: '19% on €6.00', amount: 114 }],
    note: expect.stringContaining('once for each rate') as string,
  });
});

it('adds up whatever happened to the order since: money, credits, coins, revisions, cancellations, papers', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const view = memoryView(orderDetails);
      view.apply(await tradingHistory(deeds));
      for (const { id } of await view.tables.orders.range({})) {
        const page = await ask(OrderDetails, view.tables, { orderId: id });
        if (!page) continue;
        addsUp(page);
        for (const { id: sum } of sumsOf(page)) seen.add(sum);
        for (const invoice of page.invoices)
          expect(comesTo(explainedInvoice(page, invoice))).toBe(invoice.totals.total);
        for (const one of page.returns) expect(comesTo(explainedReturn(page, one))).toBe(one.credit.total);
      }
    }),
    { numRuns: 100 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['discount', 'credited', 'paid', 'balance']));
});
