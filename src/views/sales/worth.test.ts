import { fc } from '../../../test/spec/fc.ts';
import { expect, it } from 'vitest';
import type { Credited, RateShare, RateWorth } from './row.ts';
import { creditChange, goodsChange, NO_CREDIT, plusCredit, plusShares } from './worth.ts';

const grossOf = (rates: readonly RateWorth[]) => rates.reduce((sum, [, net, tax]) => sum + net + tax, 0);

/** What is sold, as `left` is asked for: with all that is credited taken off. */
const leftOf = (sold: Credited, ...credits: readonly Credited[]): Credited =>
  credits.reduce(plusCredit, sold);

it('bears a credit for goods that came back by their own rate', () => {
  // 7 %: 9.00 with 0.59 tax; 19 %: 5.98 with 0.95.
  const rates: readonly RateWorth[] = [
    [7_000, 841, 59],
    [19_000, 503, 95],
  ];
  const sold = { net: 1344, tax: 154, rates };
  const back = goodsChange([[19_000, 299]], NO_CREDIT, sold);
  expect(back).toEqual({ net: -251, tax: -48, rates: [[19_000, -251, -48]] });
  // Less of it counts when less is sold, and nothing once nothing is.
  const gone = goodsChange([[19_000, 299]], back, leftOf({ net: 0, tax: 0, rates: [] }, back));
  expect(plusCredit(back, gone)).toEqual(NO_CREDIT);
});

it('takes no more off a rate than was sold under it, and all of it once all is credited', () => {
  const worth = fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 0, max: 9_000 }));
  const credits = fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.nat(30_000)), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(worth, { minLength: 1, maxLength: 3 }), credits, (worths, deeds) => {
      const rates = worths.map(([net, tax], n): RateWorth => [1_000 * n, net, tax]);
      const total = grossOf(rates);
      const sold = {
        net: rates.reduce((sum, [, net]) => sum + net, 0),
        tax: rates.reduce((sum, [, , tax]) => sum + tax, 0),
        rates,
      };
      let granted = 0;
      let named: readonly RateShare[] = [];
      let goods: Credited = NO_CREDIT;
      let others: Credited = NO_CREDIT;
      // Of a rate, or of none in particular; at last all that is due.
      for (const [of, wanted] of [...deeds, [-1, total] as const]) {
        const amount = Math.min(wanted, total - granted);
        granted += amount;
        if (rates[of]) named = plusShares(named, [[1_000 * of, amount]]);
        const back = goodsChange(named, goods, leftOf(sold, goods, others));
        goods = plusCredit(goods, back);
        const due = granted + goods.net + goods.tax;
        others = plusCredit(others, creditChange(due, others, leftOf(sold, goods, others)));
        expect(goods.net + goods.tax + others.net + others.tax).toBe(0 - granted);
        for (const [, net, tax] of leftOf(sold, goods, others).rates) {
          expect(net).toBeGreaterThanOrEqual(0);
          expect(tax).toBeGreaterThanOrEqual(0);
        }
      }
      expect(leftOf(sold, goods, others)).toEqual(NO_CREDIT);
    }),
    { numRuns: 500 },
  );
});
