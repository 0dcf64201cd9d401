import { on, type Decided, type NewEvent } from '../../src/kernel/index.ts';
import { CustomerCreated, customers } from '../../src/domain/customer/index.ts';
import {
  CreditId,
  CreditNoteId,
  CustomerId,
  FulfilmentId,
  InvoiceId,
  LineId,
  OrderId,
  PaymentId,
  ProductId,
  RefundId,
  ReturnId,
} from '../../src/domain/ids.ts';
import {
  DraftCreated,
  LineAdded,
  orders,
  OrderSubmitted,
  type OrderLine,
} from '../../src/domain/order/index.ts';
import {
  CurrencyCode,
  DiscountRate,
  PositiveMinorUnits,
  PositiveQuantity,
  priceOrder,
  TaxRate,
  UnitPrice,
} from '../../src/domain/pricing/index.ts';
import { ProductCreated, products } from '../../src/domain/product/index.ts';
import { stock, StockPolicySet, StockReceived, type StockPolicy } from '../../src/domain/stock/index.ts';

// A small shop to tell specs about: tea at 4.50, jam at 3.00, soap at 2.99, tax included.

const uuid = (kind: string, n: number): string =>
  `${kind.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const orderId = (n: number): OrderId => OrderId.parse(uuid('a', n));
export const lineId = (n: number): LineId => LineId.parse(uuid('b', n));
export const productId = (n: number): ProductId => ProductId.parse(uuid('c', n));
export const customerId = (n: number): CustomerId => CustomerId.parse(uuid('d', n));
export const paymentId = (n: number): PaymentId => PaymentId.parse(uuid('e', n));
export const creditId = (n: number): CreditId => CreditId.parse(uuid('1', n));
export const refundId = (n: number): RefundId => RefundId.parse(uuid('2', n));
export const invoiceId = (n: number): InvoiceId => InvoiceId.parse(uuid('3', n));
export const creditNoteId = (n: number): CreditNoteId => CreditNoteId.parse(uuid('4', n));
export const returnId = (n: number): ReturnId => ReturnId.parse(uuid('9', n));
export const fulfilmentId = (n: number): FulfilmentId => FulfilmentId.parse(uuid('f', n));

export const pieces = (count: number) => PositiveQuantity.parse(count * 1000);
export const eur = (major: number) => PositiveMinorUnits.parse(Math.round(major * 100));
export const price = (major: number): UnitPrice => UnitPrice.parse(Math.round(major * 10_000));
export const tax = (percent: number): TaxRate => TaxRate.parse(percent * 1000);
export const percentOff = (percent: number) =>
  ({ kind: 'percent', rate: DiscountRate.parse(percent * 1000) }) as const;
export const amountOff = (major: number) => ({ kind: 'amount', amount: eur(major) }) as const;

export const TEA = productId(1);
export const JAM = productId(2);
export const SOAP = productId(3);

const goods = [
  { productId: TEA, name: 'Tea', sku: 'T-1', unit: 'tin', unitPrice: price(4.5), taxRate: tax(7) },
  { productId: JAM, name: 'Jam', unit: 'jar', unitPrice: price(3), taxRate: tax(7) },
  { productId: SOAP, name: 'Soap', unit: 'pcs', unitPrice: price(2.99), taxRate: tax(19) },
] as const;

/** The three products, each with `onHand` pieces under the policy. */
export const shop = (onHand = 0, policy: StockPolicy = 'warn'): readonly Decided[] =>
  goods.flatMap((product) => [
    on(products, product.productId, ProductCreated(product)),
    on(stock, product.productId, StockPolicySet({ productId: product.productId, policy })),
    ...(onHand === 0
      ? []
      : [
          on(
            stock,
            product.productId,
            StockReceived({ productId: product.productId, quantity: pieces(onHand) }),
          ),
        ]),
  ]);

export const ANNA = customerId(1);
export const anna = on(
  customers,
  ANNA,
  CustomerCreated({ customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co', email: 'anna@example.org' }),
);

/** The n-th line of an order, as the product has it now. */
export const line = (
  n: number,
  product: ProductId,
  count: number,
  changed: Partial<OrderLine> = {},
): OrderLine => {
  const found = goods.find((one) => one.productId === product);
  if (!found) throw new Error('no such product in the shop');
  return { lineId: lineId(n), ...found, quantity: pieces(count), ...changed };
};

export const terms = {
  currency: CurrencyCode.parse('EUR'),
  taxMode: 'inclusive',
  rounding: 'perLine',
} as const;

/** The n-th order as a draft with these lines, and what happened to it since. */
export const draft = (n: number, lines: readonly OrderLine[], ...since: readonly NewEvent[]): Decided =>
  on(
    orders,
    orderId(n),
    DraftCreated({ orderId: orderId(n), ...terms }),
    ...lines.map((one) => LineAdded(one)),
    ...since,
  );

type Agreed = Parameters<typeof OrderSubmitted>[0];

/** What the n-th order is when it was agreed with these lines. */
export const agreed = (n: number, lines: readonly OrderLine[], changed: Partial<Agreed> = {}): Agreed => {
  const { discount, shipping } = changed;
  const priced = priceOrder({ ...terms, lines, orderDiscount: discount, shipping });
  if (!priced.ok) throw new Error(priced.error.code);
  const number = `A-${String(1000 + n)}`;
  return {
    ...{ orderId: orderId(n), number, lines: [...lines], ...terms, totals: priced.value, stock: 'tracked' },
    ...changed,
  };
};

/** The n-th order, open with these lines, and what happened to it since. */
export const openOrder = (n: number, lines: readonly OrderLine[], ...since: readonly NewEvent[]): Decided =>
  on(orders, orderId(n), OrderSubmitted(agreed(n, lines)), ...since);
