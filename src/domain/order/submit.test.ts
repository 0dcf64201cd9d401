import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import {
  agreed,
  amountOff,
  ANNA,
  anna,
  draft,
  eur,
  JAM,
  line,
  orderId,
  percentOff,
  pieces,
  price,
  shop,
  SOAP,
  tax,
  TEA,
} from '../../../test/spec/shop.ts';
import { BOOK_ID, BookOpened, books, defaultBook } from '../book/index.ts';
import { CustomerArchived, CustomerChanged, customers } from '../customer/index.ts';
import { minorUnits } from '../pricing/index.ts';
import { ProductChanged, products } from '../product/index.ts';
import { NumberAllocated, series } from '../series/index.ts';
import {
  CustomerAssigned,
  DatesSet,
  DiscountSet,
  orders,
  OrderSubmitted,
  ShippingSet,
  SubmitOrder,
} from './index.ts';

const FIRST = { orderId: orderId(1) };
const lines = [line(1, TEA, 2), line(2, SOAP, 3, { discount: percentOff(50) })];

describe('submitting a draft', () => {
  it('gives it the first number of the series, in the same commit', () =>
    given(...shop(10), draft(1, lines))
      .when(SubmitOrder, FIRST)
      .then(
        on(orders, orderId(1), OrderSubmitted(agreed(1, lines, { number: 'A-1001' }))),
        on(series, 'A-', NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) })),
      ));

  it("goes on from the series' last number, under the book's prefix", () =>
    given(
      ...shop(10),
      draft(1, lines),
      on(books, BOOK_ID, BookOpened({ ...defaultBook, numberPrefix: 'B' })),
      on(series, 'B', NumberAllocated({ series: 'B', number: 1041, orderId: orderId(7) })),
    )
      .when(SubmitOrder, FIRST)
      .then(
        on(orders, orderId(1), OrderSubmitted(agreed(1, lines, { number: 'B1042' }))),
        on(series, 'B', NumberAllocated({ series: 'B', number: 1042, orderId: orderId(1) })),
      ));

  it('happens once', () =>
    given(...shop(10), draft(1, lines))
      .when(SubmitOrder, FIRST)
      .again()
      .thenRejected('not-a-draft', { lifecycle: 'open' }));

  it('freezes the lines as the draft has them, whatever the catalogue says now', () =>
    given(
      ...shop(10),
      draft(1, lines),
      on(
        products,
        TEA,
        ProductChanged({
          productId: TEA,
          name: 'Green tea',
          unit: 'box',
          unitPrice: price(9),
          taxRate: tax(19),
        }),
      ),
    )
      .when(SubmitOrder, FIRST)
      .then(
        OrderSubmitted(agreed(1, lines)),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      ));

  const addressed = { customerId: ANNA, name: 'Anna Berg-Lund', address: { city: 'Uppsala' } };
  const forAnna = CustomerAssigned({ customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co' });
  const numbered = NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) });

  it('freezes the customer as they are by then', () =>
    given(...shop(10), anna, on(customers, ANNA, CustomerChanged(addressed)), draft(1, lines, forAnna))
      .when(SubmitOrder, FIRST)
      .then(OrderSubmitted(agreed(1, lines, { customer: addressed })), numbered));

  it('keeps the customer as they were noted, where they take no new order any more', () =>
    given(
      ...[...shop(10), anna, draft(1, lines, forAnna)],
      on(customers, ANNA, CustomerChanged(addressed), CustomerArchived({ customerId: ANNA })),
    )
      .when(SubmitOrder, FIRST)
      .then(
        OrderSubmitted(
          agreed(1, lines, { customer: { customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co' } }),
        ),
        numbered,
      ));

  it('agrees on discount, shipping and dates too, and is dated to the day it was placed', () => {
    const discount = amountOff(1);
    const shipping = { amount: eur(4.9), taxRate: tax(19) };
    const dates = { placedOn: '2026-11-18', promisedOn: '2026-11-25', dueOn: '2026-12-18' };
    return given(
      ...shop(10),
      draft(1, lines, DiscountSet({ discount }), ShippingSet(shipping), DatesSet(dates)),
    )
      .when(SubmitOrder, FIRST)
      .then(
        OrderSubmitted(agreed(1, lines, { discount, shipping, ...dates }), {
          occurredAt: '2026-11-18T12:00:00.000Z',
        }),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      );
  });

  it('keeps the moment when it was placed today', () =>
    given(...shop(10), draft(1, lines, DatesSet({ placedOn: '2026-11-20' })))
      .when(SubmitOrder, FIRST, { occurredAt: '2026-11-20T10:42:00.000Z' })
      .then(
        OrderSubmitted(agreed(1, lines, { placedOn: '2026-11-20' })),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      ));

  it.each([
    // Typed in the evening of the 20th: it is the 20th there, and the 21st in UTC already.
    ['Los Angeles', '2026-11-20T20:00:00.000Z', '2026-11-21T04:30:00.000Z', undefined],
    ['Los Angeles, the day before', '2026-11-19T20:00:00.000Z', '2026-11-21T04:30:00.000Z', true],
    // Typed in the morning of the 20th: it is the 19th in UTC still.
    ['Auckland', '2026-11-19T23:00:00.000Z', '2026-11-19T20:30:00.000Z', undefined],
    ['Auckland, the day before', '2026-11-18T23:00:00.000Z', '2026-11-19T20:30:00.000Z', true],
  ])('is placed on the day of whoever typed it: %s', (_, noon, occurredAt, isOtherDay) => {
    const placedOn = isOtherDay ? '2026-11-19' : '2026-11-20';
    return given(...shop(10), draft(1, lines, DatesSet({ placedOn, placedAt: noon })))
      .when(SubmitOrder, FIRST, { occurredAt })
      .then(
        OrderSubmitted(agreed(1, lines, { placedOn }), ...(isOtherDay ? [{ occurredAt: noon }] : [])),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      );
  });

  it('is refused without a line', () =>
    given(...shop(10), draft(1, []))
      .when(SubmitOrder, FIRST)
      .thenRejected('no-lines', FIRST));

  it('is refused at another sum than whoever places it has seen', async () => {
    const { total } = agreed(1, lines, {}).totals;
    await given(...shop(10), draft(1, lines))
      .when(SubmitOrder, { ...FIRST, total: minorUnits(total - 1) })
      .thenRejected('total-changed', { seen: total - 1, total });
    await given(...shop(10), draft(1, lines))
      .when(SubmitOrder, { ...FIRST, total })
      .then(
        OrderSubmitted(agreed(1, lines, {})),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      );
  });

  it('is refused while the discount is larger than the lines', () =>
    given(...shop(10), draft(1, [line(1, TEA, 1)], DiscountSet({ discount: amountOff(5) })))
      .when(SubmitOrder, FIRST)
      .thenRejected('order-discount-exceeds-subtotal', { discount: 500, available: 450 }));
});

describe('submitting while stock is short', () => {
  const twoTeas = [line(1, TEA, 2), line(2, JAM, 1), line(3, TEA, 2)];

  it.each(['allow', 'warn'] as const)('goes through for products that %s it', (policy) =>
    given(...shop(1, policy), draft(1, lines))
      .when(SubmitOrder, FIRST)
      .then(
        OrderSubmitted(agreed(1, lines)),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      ),
  );

  it('is refused for a product that blocks, counting all its lines together', () =>
    given(...shop(3, 'block'), draft(1, twoTeas))
      .when(SubmitOrder, FIRST)
      .thenRejected('stock-blocked', {
        products: [{ productId: TEA, name: 'Tea', unit: 'tin', wanted: pieces(4), available: pieces(3) }],
      }));

  it('goes through where there is just enough', () =>
    given(...shop(4, 'block'), draft(1, twoTeas))
      .when(SubmitOrder, FIRST)
      .then(
        OrderSubmitted(agreed(1, twoTeas)),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      ));

  it('goes through with a reason, which is kept', () =>
    given(...shop(0, 'block'), draft(1, lines))
      .when(SubmitOrder, { ...FIRST, override: 'delivery on Monday' })
      .then(
        OrderSubmitted(agreed(1, lines, { override: 'delivery on Monday' })),
        NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }),
      ));
});
