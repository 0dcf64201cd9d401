import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import { recorded } from '../../../test/spec/projection.ts';
import {
  creditId,
  eur,
  fulfilmentId,
  line,
  lineId,
  openOrder,
  orderId,
  paymentId,
  percentOff,
  pieces,
  price,
  refundId,
  returnId,
  SOAP,
  tax,
  TEA,
} from '../../../test/spec/shop.ts';
import type { Decided } from '../../kernel/index.ts';
import { PositiveQuantity } from '../pricing/index.ts';
import * as order from './index.ts';
import { proposedCredit } from './returned-credit.ts';

const which = (n: number) => ({ orderId: orderId(1), returnId: returnId(n) });
const some = (n: number, count: number) => ({ lineId: lineId(n), quantity: pieces(count) });
const requested = (n: number, ...parts: ReturnType<typeof some>[]) =>
  order.ReturnRequested({ returnId: returnId(n), lines: parts, reason: 'bent' });
const stateOf = (...facts: readonly Decided[]) =>
  recorded(...facts).reduce((state, event) => order.orders.evolve(state, event), order.orders.initial);

describe('the credit that a return proposes', () => {
  it('adds up to the line to the cent, however its units come back', () => {
    const thousandths = fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(thousandths, fc.integer({ min: 0, max: 99_999 }), fc.nat(100), (parts, unitPrice, off) => {
        const whole = parts.reduce((sum, one) => sum + one, 0);
        const quantity = PositiveQuantity.parse(whole);
        const sold = {
          ...line(1, TEA, 1),
          quantity,
          unitPrice: price(unitPrice / 10_000),
          discount: percentOff(off),
        };
        let state = stateOf(
          openOrder(
            1,
            [sold],
            order.ItemsShipped({
              ...{ fulfilmentId: fulfilmentId(1), stock: 'leaves' },
              lines: [{ lineId: lineId(1), quantity }],
            }),
          ),
        );
        let credited = 0;
        for (const [n, part] of parts.entries()) {
          const items = [{ lineId: lineId(1), quantity: PositiveQuantity.parse(part) }];
          const { total } = proposedCredit(state, items);
          expect(total).toBeGreaterThanOrEqual(0);
          credited += total;
          const one = {
            ...{ returnId: returnId(n), reason: 'bent', standing: 'closed' as const, requested: items },
            received: items.map((item) => ({ ...item, productId: TEA, disposition: 'restock' as const })),
          };
          const returned = (state.returned[lineId(1)] ?? 0) + part;
          state = { ...state, returns: [...state.returns, one], returned: { [lineId(1)]: returned } };
          expect(order.creditOfReturn(state, returnId(n)).total).toBe(total);
        }
        expect(credited).toBe(order.totalsOf(state).total);
      }),
    );
  });
});

describe('a credit for a return', () => {
  // Two tins of tea with 7 % tax in them, 9.00; two soaps with 19 %, 5.98.
  const both = [line(1, TEA, 2), line(2, SOAP, 2)];
  const sent = order.ItemsShipped({
    ...{ fulfilmentId: fulfilmentId(1), stock: 'leaves' },
    lines: [some(1, 2), some(2, 2)],
  });
  const cameBack = (...parts: readonly (readonly [at: number, product: typeof TEA])[]) => [
    requested(1, ...parts.map(([at]) => some(at, 1))),
    order.ReturnReceived({
      returnId: returnId(1),
      lines: parts.map(([at, productId]) => ({ ...some(at, 1), productId, disposition: 'restock' as const })),
    }),
  ];
  const asked = (n: number, amount: number) => ({
    ...which(1),
    ...{ creditId: creditId(n), amount: eur(amount), reason: 'bent' },
  });
  const granted = (n: number, amount: number, ...rates: readonly (readonly [number, number])[]) =>
    order.CreditGranted({
      ...{ creditId: creditId(n), amount: eur(amount), reason: 'bent', returnId: returnId(1) },
      rates: rates.map(([percent, share]) => ({ rate: tax(percent), amount: eur(share) })),
    });

  it('is borne by the tax rate of what came back', () =>
    given(openOrder(1, both, sent, ...cameBack([2, SOAP])))
      .when(order.GrantCredit, asked(1, 2.99))
      .then(granted(1, 2.99, [19, 2.99])));

  it('is borne by each rate in its part, where only some of the worth is credited', () =>
    given(openOrder(1, both, sent, ...cameBack([1, TEA], [2, SOAP])))
      .when(order.GrantCredit, asked(1, 1))
      .then(granted(1, 1, [7, 0.6], [19, 0.4])));

  it('leaves to the second what the first has not taken', async () => {
    const first = granted(1, 1, [7, 0.6], [19, 0.4]);
    await given(openOrder(1, both, sent, ...cameBack([1, TEA], [2, SOAP]), first))
      .when(order.GrantCredit, asked(2, 6.49))
      .then(granted(2, 6.49, [7, 3.9], [19, 2.59]));
  });

  it('names no rate for what is beyond the worth of the goods', () =>
    given(openOrder(1, both, sent, ...cameBack([2, SOAP])))
      .when(order.GrantCredit, asked(1, 4))
      .then(granted(1, 4, [19, 2.99])));

  it('names none before anything came', () =>
    given(openOrder(1, both, sent, requested(1, some(2, 1))))
      .when(order.GrantCredit, asked(1, 2))
      .then(granted(1, 2)));

  it('is paid out at once by the same rule', () => {
    const paid = order.PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(14.98) });
    const refund = { refundId: refundId(1), method: 'card', amount: eur(2.99), reason: 'bent' } as const;
    return given(openOrder(1, both, sent, paid, ...cameBack([2, SOAP])))
      .when(order.RefundNow, { ...which(1), creditId: creditId(1), ...refund })
      .then(granted(1, 2.99, [19, 2.99]), order.RefundPaid(refund));
  });

  it('is refused for a return that is not there', () =>
    given(openOrder(1, both, sent))
      .when(order.GrantCredit, asked(1, 2.99))
      .thenRejected('unknown-return'));
});
