import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import {
  agreed,
  amountOff,
  ANNA,
  anna,
  eur,
  JAM,
  line,
  lineId,
  orderId,
  percentOff,
  pieces,
  price,
  shop,
  tax,
  TEA,
} from '../../../test/spec/shop.ts';
import { CustomerArchived, customers } from '../customer/index.ts';
import { FulfilmentId } from '../ids.ts';
import { ProductArchived, products } from '../product/index.ts';
import { NumberAllocated, series } from '../series/index.ts';
import { ImportOrder, ItemsPrepared, ItemsShipped, orders, OrderSubmitted } from './index.ts';

const source = { system: 'northwind', reference: '10248' };
const asked = (n: number, productId: string, count: number, unitPrice: number) => ({
  ...{ lineId: lineId(n), productId, quantity: pieces(count), unitPrice: price(unitPrice) },
});
const imported = {
  ...{ orderId: orderId(1), source, customerId: ANNA },
  lines: [
    { ...asked(1, TEA, 12, 14), discount: percentOff(15) },
    { ...asked(2, JAM, 10, 9.8), taxRate: tax(0) },
  ],
  shipping: { amount: eur(32.38) },
};
const lines = [
  line(1, TEA, 12, { unitPrice: price(14), discount: percentOff(15) }),
  line(2, JAM, 10, { unitPrice: price(9.8), taxRate: tax(0) }),
];
const frozen = {
  ...{ source, shipping: { amount: eur(32.38), taxRate: tax(0) } },
  customer: { customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co' },
};
const numbered = on(series, 'A-', NumberAllocated({ series: 'A-', number: 1001, orderId: orderId(1) }));

describe('importing an order', () => {
  it('takes prices and discounts from the source, names from our products', () =>
    given(...shop(), anna)
      .when(ImportOrder, imported)
      .then(on(orders, orderId(1), OrderSubmitted(agreed(1, lines, frozen))), numbered));

  it('takes a shipped one as shipped then, and leaves our shelf alone', () => {
    const shippedAt = '1996-07-16T00:00:00.000Z';
    const gone = {
      fulfilmentId: FulfilmentId.parse(orderId(1)),
      lines: lines.map(({ lineId: id, quantity }) => ({ lineId: id, quantity })),
    };
    return given(...shop(), anna)
      .when(ImportOrder, { ...imported, shippedAt }, { occurredAt: '1996-07-04T00:00:00.000Z' })
      .then(
        on(
          orders,
          orderId(1),
          OrderSubmitted(agreed(1, lines, { ...frozen, stock: 'settled' })),
          ItemsPrepared(gone, { occurredAt: shippedAt }),
          ItemsShipped({ ...gone, stock: 'settled' }, { occurredAt: shippedAt }),
        ),
        numbered,
      );
  });

  it('happens once', () =>
    given(...shop(), anna)
      .when(ImportOrder, imported)
      .again()
      .thenRejected('order-exists', { orderId: orderId(1) }));

  it('knows the past of what is archived now', () =>
    given(
      ...shop(),
      anna,
      on(products, TEA, ProductArchived({ productId: TEA })),
      on(customers, ANNA, CustomerArchived({ customerId: ANNA })),
    )
      .when(ImportOrder, imported)
      .then(on(orders, orderId(1), OrderSubmitted(agreed(1, lines, frozen))), numbered));

  it('refuses a customer who does not exist', () =>
    given(...shop())
      .when(ImportOrder, imported)
      .thenRejected('unknown-customer', { customerId: ANNA }));

  it('refuses a product that does not exist', () =>
    given(anna).when(ImportOrder, imported).thenRejected('unknown-product', { productId: TEA }));

  it('refuses an order without lines', () =>
    given(...shop(), anna)
      .when(ImportOrder, { ...imported, lines: [] })
      .thenRejected('no-lines'));

  it('refuses the same line twice', () =>
    given(...shop(), anna)
      .when(ImportOrder, { ...imported, lines: [asked(1, TEA, 1, 1), asked(1, TEA, 1, 1)] })
      .thenRejected('line-exists', { lineId: lineId(1) }));

  it('refuses a line discount larger than its line', () =>
    given(...shop(), anna)
      .when(ImportOrder, { ...imported, lines: [{ ...asked(1, TEA, 1, 1), discount: amountOff(2) }] })
      .thenRejected('line-discount-exceeds-line', { name: 'Tea', discount: 200, gross: 100 }));

  it('refuses a discount larger than its lines', () =>
    given(...shop(), anna)
      .when(ImportOrder, { ...imported, discount: amountOff(1000) })
      .thenRejected('order-discount-exceeds-subtotal', { discount: 100_000 }));

  it('refuses more money than can be counted exactly', () =>
    given(...shop(), anna)
      .when(ImportOrder, { ...imported, lines: [{ ...imported.lines[0], quantity: 1e12, unitPrice: 1e12 }] })
      .thenRejected('amount-too-large'));
});
