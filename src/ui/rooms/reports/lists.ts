import { currencyDigits, toDecimalString, type CurrencyCode } from '../../../domain/pricing/index.ts';
import type { OpenOrder } from '../../../views/customer-statement/index.ts';
import type { Point, SalesReport } from '../../../views/sales/index.ts';
import { dayOf } from '../../words/days.ts';
import { count, day, money, percent, quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { methodName } from '../order/methods.ts';
import { ageClass } from './periods.ts';
import type { Names } from './names.svelte.ts';

/** The address of the orders behind a figure. */
type Behind = (of: Point['of'], id?: string) => string;

type Owed = OpenOrder & { readonly customerId?: string };

/** What a table shows: words, or a figure with the exact decimal that a file has of it. */
export type Shown = string | { readonly text: string; readonly number: string };

const amount = (minor: number, currency: string, bare = false): Shown => ({
  text: money(minor, currency, bare),
  number: toDecimalString(minor, currencyDigits(currency as CurrencyCode)),
});
const pieces = (thousandths: number): Shown => ({
  text: quantity(thousandths),
  number: toDecimalString(thousandths, 3),
});
const counted = (n: number): Shown => ({ text: count(n), number: String(n) });

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const figure = (id: string, label: string) => ({ id, label, figures: true, stacked: 'line' as const });
/** The one that counts. */
const main = (id: string, label: string) => ({ ...figure(id, label), stacked: 'end' as const });
const first = (label: string) => ({ id: 'what', label, stacked: 'title' as const });

export const productList = (
  { products, currency }: SalesReport,
  names: Pick<Names, 'of'>,
  behind: Behind,
) => ({
  title: m.reports_by_product(),
  columns: [
    first(m.reports_product()),
    figure('quantity', m.reports_quantity()),
    main('gross', m.reports_sales()),
  ],
  rows: products.map(({ productId, quantity: sold, gross }) => ({
    id: productId,
    href: `#/products/${productId}`,
    behind: behind('product', productId),
    cells: {
      what: names.of(productId) ?? '…',
      quantity: pieces(sold),
      gross: amount(gross, currency, true),
    },
  })),
  sum: {
    what: m.reports_sum(),
    gross: amount(
      sumOf(products, ({ gross }) => gross),
      currency,
    ),
  },
});

export const customerList = (
  { customers, currency }: SalesReport,
  names: Pick<Names, 'of'>,
  behind: Behind,
) => ({
  title: m.reports_by_customer(),
  columns: [
    first(m.reports_customer()),
    figure('orders', m.reports_orders()),
    main('gross', m.reports_sales()),
  ],
  rows: customers.map(({ customerId, orders, gross }) => ({
    id: customerId ?? 'counter',
    href: customerId && `#/customers/${customerId}`,
    behind: behind('customer', customerId),
    cells: {
      what: customerId === undefined ? m.order_no_customer() : (names.of(customerId) ?? '…'),
      ...{ orders: counted(orders), gross: amount(gross, currency, true) },
    },
  })),
  sum: {
    what: m.reports_sum(),
    orders: counted(sumOf(customers, ({ orders }) => orders)),
    gross: amount(
      sumOf(customers, ({ gross }) => gross),
      currency,
    ),
  },
});

export const methodList = ({ methods, currency }: SalesReport, behind: Behind) => ({
  title: m.reports_by_method(),
  columns: [
    first(m.reports_method()),
    figure('taken', m.reports_taken_in()),
    figure('refunded', m.reports_given_back()),
    main('net', m.reports_taken()),
  ],
  rows: methods.map(({ method, taken, refunded }) => ({
    id: method,
    behind: behind('method', method),
    cells: {
      what: methodName(method),
      taken: amount(taken, currency, true),
      refunded: amount(refunded, currency, true),
      net: amount(taken - refunded, currency, true),
    },
  })),
  sum: {
    what: m.reports_sum(),
    taken: amount(
      sumOf(methods, ({ taken }) => taken),
      currency,
    ),
    refunded: amount(
      sumOf(methods, ({ refunded }) => refunded),
      currency,
    ),
    net: amount(
      sumOf(methods, ({ taken, refunded }) => taken - refunded),
      currency,
    ),
  },
});

export const taxList = ({ rates, currency }: SalesReport, behind: Behind) => ({
  title: m.reports_tax(),
  columns: [
    first(m.reports_rate()),
    figure('net', m.reports_net()),
    main('tax', m.reports_tax_amount()),
    figure('gross', m.reports_gross()),
  ],
  rows: rates.map(({ rate, net, tax }) => ({
    id: String(rate),
    behind: behind('rate', String(rate)),
    cells: {
      what: percent(rate),
      net: amount(net, currency, true),
      tax: amount(tax, currency, true),
      gross: amount(net + tax, currency, true),
    },
  })),
  sum: {
    what: m.reports_sum(),
    net: amount(
      sumOf(rates, ({ net }) => net),
      currency,
    ),
    tax: amount(
      sumOf(rates, ({ tax }) => tax),
      currency,
    ),
    gross: amount(
      sumOf(rates, ({ net, tax }) => net + tax),
      currency,
    ),
  },
});

const AGES = [m.reports_not_due, m.reports_to_30, m.reports_to_60, m.reports_to_90, m.reports_over_90];

/** What customers owe at the end of a day, by how long it has been due, and each order of it. */
export const receivableLists = (
  all: readonly Owed[],
  { currency, on, isToday }: { readonly currency: string; readonly on: string; readonly isToday: boolean },
  names: Pick<Names, 'of'>,
) => {
  const owed = all
    .filter((one) => one.currency === currency && one.balance > 0)
    .map((one) => ({ ...one, owing: one.dueOn ?? dayOf(new Date(one.placedAt)) }));
  const total = amount(
    sumOf(owed, ({ balance }) => balance),
    currency,
  );
  return {
    ages: {
      title: isToday ? m.reports_receivables() : m.reports_receivables_on({ day: day(on) }),
      columns: [first(m.reports_due()), figure('orders', m.reports_orders()), main('owed', m.reports_owed())],
      rows: AGES.flatMap((label, age) => {
        const of = owed.filter(({ owing }) => ageClass(owing, on) === age);
        if (of.length === 0) return [];
        const sum = sumOf(of, ({ balance }) => balance);
        return [
          {
            id: String(age),
            cells: { what: label(), orders: counted(of.length), owed: amount(sum, currency, true) },
          },
        ];
      }),
      sum: { what: m.reports_sum(), orders: counted(owed.length), owed: total },
    },
    orders: {
      title: isToday ? m.reports_open_orders() : m.reports_open_orders_on({ day: day(on) }),
      columns: [
        first(m.reports_order()),
        { id: 'customer', label: m.reports_customer() },
        { id: 'since', label: m.reports_due_since() },
        main('owed', m.reports_owed()),
      ],
      rows: owed.map(({ id, number, customerId, owing, balance }) => ({
        id,
        href: `#/orders/${id}`,
        cells: {
          what: number ?? m.order_draft(),
          customer: customerId === undefined ? m.order_no_customer() : (names.of(customerId) ?? '…'),
          since: day(owing),
          owed: amount(balance, currency, true),
        },
      })),
      sum: { what: m.reports_sum(), owed: total },
    },
  };
};
