import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import {
  CurrencyCode,
  Discount,
  MinorUnits,
  priceOrder,
  Quantity,
  TaxRate,
  UnitPrice,
  type LineToPrice,
  type OrderToPrice,
  type PricedOrder,
} from './index.ts';

const discounts = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 0, max: 100_000 }).map((rate) => Discount.parse({ kind: 'percent', rate })),
  fc.nat(20_000).map((amount) => Discount.parse({ kind: 'amount', amount })),
);
const taxRates = fc
  .oneof(fc.constantFrom(0, 5500, 7000, 8875, 19_000), fc.nat(1_000_000))
  .map((rate) => TaxRate.parse(rate));
const lines: fc.Arbitrary<LineToPrice> = fc.record({
  lineId: fc.uuid(),
  // Often whole pieces at ordinary prices, at times very small ones, where rounding bites.
  quantity: fc
    .oneof(fc.constantFrom(0, 1000, 2000), fc.nat(50_000))
    .map((quantity) => Quantity.parse(quantity)),
  unitPrice: fc.oneof(fc.nat(500), fc.nat(10_000_000)).map((price) => UnitPrice.parse(price)),
  taxRate: taxRates,
  discount: discounts,
});
const orders: fc.Arbitrary<OrderToPrice> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD').map((code) => CurrencyCode.parse(code)),
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  rounding: fc.constantFrom('perLine', 'perRate'),
  lines: fc.array(lines, { maxLength: 12 }),
  orderDiscount: discounts,
  shipping: fc.option(
    fc.record({ amount: fc.nat(5000).map((amount) => MinorUnits.parse(amount)), taxRate: taxRates }),
    { nil: undefined },
  ),
  excessDiscount: fc.constant('cap'),
});

function price(order: OrderToPrice): PricedOrder {
  const outcome = priceOrder(order);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}
const sum = <Item>(items: readonly Item[], amount: (item: Item) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);

/** Checks every order of every mode, policy and number of digits. */
function always(holds: (priced: PricedOrder, order: OrderToPrice) => void): void {
  fc.assert(
    fc.property(orders, (order) => {
      holds(price(order), order);
    }),
    { numRuns: 1000 },
  );
}

/** |tax − exact tax| in units of 1 / divisor, as the whole numbers they are. */
function taxError(
  tax: number,
  amount: number,
  rate: number,
  order: OrderToPrice,
): { off: number; divisor: number } {
  const divisor = order.taxMode === 'inclusive' ? 100_000 + rate : 100_000;
  return { off: Math.abs(tax * divisor - amount * rate), divisor };
}

describe('on every priced order', () => {
  it('the parts add up to the totals', () => {
    always(({ lines: printed, shipping, taxByRate, ...totals }) => {
      expect(sum(printed, (line) => line.gross)).toBe(totals.subtotal);
      expect(sum(printed, (line) => line.discount + line.orderDiscountShare)).toBe(totals.discountTotal);
      expect(sum(printed, (line) => line.tax) + shipping.tax).toBe(totals.taxTotal);
      expect(sum(printed, (line) => line.total) + shipping.total).toBe(totals.total);
      expect(sum(taxByRate, (row) => row.tax)).toBe(totals.taxTotal);
      expect(sum(taxByRate, (row) => row.gross)).toBe(totals.total);
    });
  });

  it('the printed ladder leads from subtotal to total', () => {
    always(({ subtotal, discountTotal, shippingTotal, taxTotal, total }, { taxMode }) => {
      const added = taxMode === 'exclusive' ? taxTotal : 0;
      expect(subtotal - discountTotal + shippingTotal + added).toBe(total);
    });
  });

  it('net and tax make the total of each line, of shipping and of each rate', () => {
    always(({ lines: printed, shipping, taxByRate }, { taxMode }) => {
      for (const row of [...printed, shipping]) expect(row.net + row.tax).toBe(row.total);
      for (const row of taxByRate) expect(row.net + row.tax).toBe(row.gross);
      for (const line of printed) {
        const left = line.gross - line.discount - line.orderDiscountShare;
        expect(taxMode === 'inclusive' ? line.total : line.net).toBe(left);
      }
    });
  });

  it('each rate has the sum of its own printed lines and shipping', () => {
    always(({ lines: printed, shipping, taxByRate }, order) => {
      const rows = printed.map((line, index) => ({ ...line, rate: order.lines[index]?.taxRate }));
      const entries = [...rows, { ...shipping, rate: order.shipping?.taxRate }];
      for (const { rate, net, tax } of taxByRate) {
        const own = entries.filter((entry) => entry.rate === rate);
        expect([sum(own, (entry) => entry.net), sum(own, (entry) => entry.tax)]).toEqual([net, tax]);
      }
    });
  });

  it('nothing is below zero', () => {
    always(({ lines: printed, shipping }) => {
      for (const { gross, discount, orderDiscountShare, net, tax } of printed) {
        expect(Math.min(gross, discount, orderDiscountShare, net, tax)).toBeGreaterThanOrEqual(0);
      }
      expect(Math.min(shipping.net, shipping.tax)).toBeGreaterThanOrEqual(0);
    });
  });

  it('per line, each tax is the nearest to its exact value; per rate, each rate is, and each line within a unit', () => {
    always(({ lines: printed, taxByRate }, order) => {
      const exclusive = order.taxMode === 'exclusive';
      printed.forEach(({ tax, net, total }, index) => {
        const { off, divisor } = taxError(
          tax,
          exclusive ? net : total,
          order.lines[index]?.taxRate ?? 0,
          order,
        );
        if (order.rounding === 'perLine') expect(2 * off).toBeLessThanOrEqual(divisor);
        else expect(off).toBeLessThan(divisor);
      });
      if (order.rounding === 'perLine') return;
      for (const { rate, tax, net, gross } of taxByRate) {
        const { off, divisor } = taxError(tax, exclusive ? net : gross, rate, order);
        expect(2 * off).toBeLessThanOrEqual(divisor);
      }
    });
  });

  it('the policy moves cents between net and tax, or none, but never what inclusive prices come to', () => {
    always((priced, order) => {
      const other = price({ ...order, rounding: order.rounding === 'perLine' ? 'perRate' : 'perLine' });
      expect(other.subtotal - other.discountTotal).toBe(priced.subtotal - priced.discountTotal);
      if (order.taxMode === 'inclusive') expect(other.total).toBe(priced.total);
    });
  });

  it('a refusal comes exactly when a discount had to be capped', () => {
    always((priced, order) => {
      const entered = priceOrder({ ...order, excessDiscount: 'refuse' });
      const cut = order.lines.some(
        ({ discount }, index) =>
          discount?.kind === 'amount' && discount.amount !== priced.lines[index]?.discount,
      );
      const orderDiscount = sum(priced.lines, (line) => line.orderDiscountShare);
      const orderCut = order.orderDiscount?.kind === 'amount' && order.orderDiscount.amount !== orderDiscount;
      expect(entered.ok).toBe(!cut && !orderCut);
      if (entered.ok) expect(entered.value).toEqual(priced);
    });
  });
});
