import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  CurrencyCode,
  Discount,
  MinorUnits,
  PricedOrder,
  priceOrder,
  Quantity,
  TaxRate,
  UnitPrice,
  type LineToPrice,
  type OrderToPrice,
} from './index.ts';

const line = (
  lineId: string,
  quantity: number,
  unitPrice: number,
  taxRate: number,
  discount?: unknown,
): LineToPrice => ({
  lineId,
  quantity: Quantity.parse(quantity),
  unitPrice: UnitPrice.parse(unitPrice),
  taxRate: TaxRate.parse(taxRate),
  discount: z.optional(Discount).parse(discount),
});
const percent = (rate: number) => Discount.parse({ kind: 'percent', rate });
const amount = (minor: number) => Discount.parse({ kind: 'amount', amount: minor });
const shipping = (fee: number, rate: number) => ({
  amount: MinorUnits.parse(fee),
  taxRate: TaxRate.parse(rate),
});

const order = (lines: LineToPrice[], rest: Partial<OrderToPrice> = {}): OrderToPrice => ({
  currency: CurrencyCode.parse('EUR'),
  taxMode: 'exclusive',
  rounding: 'perLine',
  lines,
  ...rest,
});

function price(lines: LineToPrice[], rest?: Partial<OrderToPrice>): PricedOrder {
  const outcome = priceOrder(order(lines, rest));
  if (!outcome.ok) throw new Error(outcome.error.code);
  return PricedOrder.parse(outcome.value);
}

describe('an order whose prices include tax', () => {
  it('keeps the gross and takes the tax out of it', () => {
    // 3 × 9.99 = 29.97; 29.97 / 1.19 = 25.1849 → 25.18; tax 4.79
    // 1.5 × 4.3333 = 6.49995 → 6.50; 6.50 / 1.07 = 6.0748 → 6.07; tax 0.43
    const priced = price([line('a', 3000, 99_900, 19_000), line('b', 1500, 43_333, 7000)], {
      taxMode: 'inclusive',
    });
    expect(priced.lines).toEqual([
      { lineId: 'a', gross: 2997, discount: 0, orderDiscountShare: 0, net: 2518, tax: 479, total: 2997 },
      { lineId: 'b', gross: 650, discount: 0, orderDiscountShare: 0, net: 607, tax: 43, total: 650 },
    ]);
    expect(priced.taxByRate).toEqual([
      { rate: 7000, net: 607, tax: 43, gross: 650 },
      { rate: 19_000, net: 2518, tax: 479, gross: 2997 },
    ]);
    expect(priced).toMatchObject({
      subtotal: 3647,
      discountTotal: 0,
      shippingTotal: 0,
      taxTotal: 522,
      total: 3647,
    });
  });

  it('rounds the net, so an exact half makes the tax the lower one', () => {
    // 0.01 at 100 %: net 0.005 → 0.01, tax 0.00
    const cent = [line('a', 1000, 100, 100_000)];
    expect(price(cent, { taxMode: 'inclusive' }).lines[0]).toMatchObject({ net: 1, tax: 0, total: 1 });
    expect(price(cent, { taxMode: 'inclusive', rounding: 'perRate' }).taxTotal).toBe(0);
  });

  it('rounds once per rate where the policy says so', () => {
    // Each 0.10 / 1.19 = 0.0840 → 0.08, tax 0.02: three make 0.06, but 0.30 − round(0.2521) = 0.05, so one line gives a cent.
    // Exact tax per line 1.597 cents: 1 each, two cents missing, the earlier lines get them.
    const lines = ['a', 'b', 'c'].map((id) => line(id, 1000, 1000, 19_000));
    expect(price(lines, { taxMode: 'inclusive' }).taxTotal).toBe(6);
    const perRate = price(lines, { taxMode: 'inclusive', rounding: 'perRate' });
    expect(perRate.lines.map(({ net, tax, total }) => [net, tax, total])).toEqual([
      [8, 2, 10],
      [8, 2, 10],
      [9, 1, 10],
    ]);
    expect(perRate).toMatchObject({ taxTotal: 5, total: 30 });
  });
});

describe('an order whose prices exclude tax', () => {
  it('takes line discounts first, then spreads the order discount, and taxes shipping apart', () => {
    // Lines 10.00, 20.00 − 10 % = 18.00, 30.00; 5.00 off over 10:18:30 = 0.86, 1.55, 2.59 (remainders .207, .172, .621)
    // Nets 9.14, 16.45, 27.41; at 8.875 % 0.811 → 0.81, 1.4599 → 1.46, 2.4326 → 2.43; shipping 5.90 at 19 % 1.121 → 1.12
    const priced = price(
      [
        line('a', 1000, 100_000, 8875),
        line('b', 2000, 100_000, 8875, percent(10_000)),
        line('c', 1000, 300_000, 8875),
      ],
      { orderDiscount: amount(500), shipping: shipping(590, 19_000) },
    );
    expect(priced).toEqual({
      lines: [
        { lineId: 'a', gross: 1000, discount: 0, orderDiscountShare: 86, net: 914, tax: 81, total: 995 },
        {
          lineId: 'b',
          gross: 2000,
          discount: 200,
          orderDiscountShare: 155,
          net: 1645,
          tax: 146,
          total: 1791,
        },
        { lineId: 'c', gross: 3000, discount: 0, orderDiscountShare: 259, net: 2741, tax: 243, total: 2984 },
      ],
      shipping: { net: 590, tax: 112, total: 702 },
      taxByRate: [
        { rate: 8875, net: 5300, tax: 470, gross: 5770 },
        { rate: 19_000, net: 590, tax: 112, gross: 702 },
      ],
      subtotal: 6000,
      discountTotal: 700,
      shippingTotal: 590,
      taxTotal: 582,
      // 60.00 − 7.00 + 5.90 + 5.82
      total: 6472,
    });
  });

  it('hands the cents of a rate back to its lines and its shipping', () => {
    // 0.33 at 19 % is 0.0627: per line 0.06 four times = 0.24; per rate 1.32 × 19 % = 0.2508 → 0.25, the first gets the cent.
    const lines = ['a', 'b', 'c'].map((id) => line(id, 1000, 3300, 19_000));
    const fee = { shipping: shipping(33, 19_000) };
    expect(price(lines, fee).taxTotal).toBe(24);
    const perRate = price(lines, { ...fee, rounding: 'perRate' });
    expect(perRate.lines.map(({ tax }) => tax)).toEqual([7, 6, 6]);
    expect(perRate.shipping).toEqual({ net: 33, tax: 6, total: 39 });
    expect(perRate.taxByRate).toEqual([{ rate: 19_000, net: 132, tax: 25, gross: 157 }]);
  });

  it.each([
    // 3 × 98 yen = 294, 10 % = 29.4
    ['JPY', 3000, 980_000, 10_000, 294, 29],
    // 2 × 1.2505 dinar = 2.501, 5 % = 0.12505
    ['KWD', 2000, 12_505, 5000, 2501, 125],
  ])('counts %s in its own minor unit', (code, quantity, unitPrice, rate, net, tax) => {
    const priced = price([line('a', quantity, unitPrice, rate)], { currency: CurrencyCode.parse(code) });
    expect(priced).toMatchObject({ subtotal: net, taxTotal: tax, total: net + tax });
  });
});

describe('a discount', () => {
  it('in percent rounds what is left to pay', () => {
    // 15 % off 0.30 leaves 0.255 → 0.26, so 0.04 is the discount, not 0.045 → 0.05
    expect(price([line('a', 1000, 3000, 0, percent(15_000))]).lines[0]).toMatchObject({
      discount: 4,
      net: 26,
    });
    expect(price([line('a', 1000, 3000, 0)], { orderDiscount: percent(15_000) }).total).toBe(26);
  });

  it('of 100 % leaves nothing, and no tax', () => {
    const lines = [line('a', 1000, 3000, 19_000, percent(100_000)), line('b', 1000, 5000, 7000)];
    const priced = price(lines, { orderDiscount: percent(100_000), rounding: 'perRate' });
    expect(priced).toMatchObject({ subtotal: 80, discountTotal: 80, taxTotal: 0, total: 0, taxByRate: [] });
  });

  it('larger than its line is refused by name', () => {
    expect(priceOrder(order([line('a', 1000, 3000, 0, amount(31))]))).toEqual({
      ok: false,
      error: { code: 'line-discount-exceeds-line', lineId: 'a', discount: 31, gross: 30 },
    });
  });

  it('larger than what the lines come to after their own discounts is refused by name', () => {
    const lines = [line('a', 1000, 3000, 0, amount(10)), line('b', 1000, 1000, 0)];
    expect(priceOrder(order(lines, { orderDiscount: amount(31) }))).toEqual({
      ok: false,
      error: { code: 'order-discount-exceeds-subtotal', discount: 31, available: 30 },
    });
    expect(price(lines, { orderDiscount: amount(30) }).total).toBe(0);
  });

  it('larger than what cancelling left over is capped where the caller asks for it', () => {
    const lines = [line('a', 0, 3000, 0, amount(10)), line('b', 1000, 1000, 0)];
    const priced = price(lines, { orderDiscount: amount(31), excessDiscount: 'cap' });
    expect(priced).toMatchObject({ subtotal: 10, discountTotal: 10, total: 0 });
    expect(priced.lines.map(({ discount, orderDiscountShare }) => [discount, orderDiscountShare])).toEqual([
      [0, 0],
      [0, 10],
    ]);
  });
});

describe('an order', () => {
  it('without lines comes to its shipping', () => {
    expect(price([])).toMatchObject({ lines: [], taxByRate: [], subtotal: 0, total: 0 });
    expect(price([], { shipping: shipping(500, 0) })).toMatchObject({ shippingTotal: 500, total: 500 });
  });

  it('with every line cancelled comes to nothing', () => {
    const priced = price([line('a', 0, 99_900, 19_000)], {
      orderDiscount: percent(5000),
      rounding: 'perRate',
    });
    expect(priced).toMatchObject({ taxByRate: [], subtotal: 0, discountTotal: 0, total: 0 });
    expect(priced.lines[0]).toMatchObject({ gross: 0, net: 0, tax: 0, total: 0 });
  });

  it('keeps rate 0 in its tax table', () => {
    expect(price([line('a', 1000, 10_000, 0)]).taxByRate).toEqual([
      { rate: 0, net: 100, tax: 0, gross: 100 },
    ]);
  });

  it('too large to be exact is refused, even where discounts make the total small', () => {
    const large = Number.MAX_SAFE_INTEGER;
    const tooLarge = { ok: false, error: { code: 'amount-too-large' } };
    expect(priceOrder(order([line('a', large, large, 0)]))).toEqual(tooLarge);
    expect(priceOrder(order([line('a', large, large, 0, percent(100_000))]))).toEqual(tooLarge);
    // 2^53 − 1 cents fit; one cent of tax more does not
    const fits = line('a', 1000, 90_000_000_000_000, 0);
    expect(price([fits], { shipping: shipping(large - 900_000_000_000, 0) }).total).toBe(large);
    expect(priceOrder(order([fits], { shipping: shipping(large - 900_000_000_000, 1) }))).toEqual(tooLarge);
  });
});
