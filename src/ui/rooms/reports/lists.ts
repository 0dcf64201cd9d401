import { m } from '../../words/index.ts';
import { methodName } from '../order/methods.ts';
import { amount, counted, figure, first, main, pieces, shares, sumBy } from './figures.ts';
import type { Names } from './names.svelte.ts';
import { inFileOnly, ofPeriod, thenColumn } from './report-file.ts';
import type { Seen } from './seen.ts';

type Trade = Pick<Seen, 'now' | 'then' | 'behind' | 'span' | 'thenSpan'>;

type Named = Pick<Names, 'of'>;

export const productList = ({ now: { products, currency }, then, behind, ...spans }: Trade, names: Named) => {
  const before = new Map(then?.products.map(({ productId, gross }) => [productId, gross]));
  const bars = shares(products.map(({ gross }) => gross));
  // Who takes nothing back needs no column for it; a file has the same ones every time.
  const cameBack = [...products, ...(then?.products ?? [])].some(({ returned }) => returned !== 0);
  return {
    ...ofPeriod(m.reports_by_product(), spans, currency),
    columns: [
      first(m.reports_product()),
      figure('sold', m.reports_sold()),
      (cameBack ? figure : inFileOnly)('returned', m.reports_returned()),
      main('gross', m.reports_sales()),
      ...thenColumn(spans, m.reports_then()),
    ],
    rows: products.map(({ productId, quantity: sold, returned, gross }, nth) => ({
      id: productId,
      href: `#/products/${productId}`,
      share: bars[nth],
      cells: {
        what: names.of(productId) ?? '…',
        sold: { ...pieces(sold), behind: behind('product', productId) },
        returned: { ...pieces(returned), ...(returned !== 0 && { behind: behind('product', productId) }) },
        then: amount(before.get(productId) ?? 0, currency, true),
        gross: { ...amount(gross, currency, true), behind: behind('product', productId) },
      },
    })),
    sum: {
      what: m.reports_sum(),
      then: amount(
        sumBy(then?.products ?? [], ({ gross }) => gross),
        currency,
      ),
      gross: amount(
        sumBy(products, ({ gross }) => gross),
        currency,
      ),
    },
  };
};

export const customerList = (
  { now: { customers, currency }, then, behind, ...spans }: Trade,
  names: Named,
) => {
  const before = new Map(then?.customers.map(({ customerId, gross }) => [customerId, gross]));
  const bars = shares(customers.map(({ gross }) => gross));
  return {
    ...ofPeriod(m.reports_by_customer(), spans, currency),
    columns: [
      first(m.reports_customer()),
      figure('orders', m.reports_orders()),
      main('gross', m.reports_sales()),
      ...thenColumn(spans, m.reports_then()),
    ],
    rows: customers.map(({ customerId, orders, gross }, nth) => ({
      id: customerId ?? 'counter',
      href: customerId && `#/customers/${customerId}`,
      share: bars[nth],
      cells: {
        what: customerId === undefined ? m.order_no_customer() : (names.of(customerId) ?? '…'),
        orders: counted(orders),
        then: amount(before.get(customerId) ?? 0, currency, true),
        gross: { ...amount(gross, currency, true), behind: behind('customer', customerId) },
      },
    })),
    sum: {
      what: m.reports_sum(),
      orders: counted(sumBy(customers, ({ orders }) => orders)),
      then: amount(
        sumBy(then?.customers ?? [], ({ gross }) => gross),
        currency,
      ),
      gross: amount(
        sumBy(customers, ({ gross }) => gross),
        currency,
      ),
    },
  };
};

export const methodList = ({ now: { methods, currency }, then, behind, ...spans }: Trade) => {
  const before = new Map(then?.methods.map(({ method, taken, refunded }) => [method, taken - refunded]));
  const bars = shares(methods.map(({ taken, refunded }) => taken - refunded));
  const sum = (of: (typeof methods)[number]) => of.taken - of.refunded;
  return {
    ...ofPeriod(m.reports_by_method(), spans, currency),
    columns: [
      first(m.reports_method()),
      figure('taken', m.reports_taken_in()),
      figure('refunded', m.reports_given_back()),
      main('net', m.reports_taken()),
      ...thenColumn(spans, m.reports_then()),
    ],
    rows: methods.map((one, nth) => ({
      id: one.method,
      share: bars[nth],
      cells: {
        what: methodName(one.method),
        taken: amount(one.taken, currency, true),
        refunded: amount(one.refunded, currency, true),
        then: amount(before.get(one.method) ?? 0, currency, true),
        net: { ...amount(sum(one), currency, true), behind: behind('method', one.method) },
      },
    })),
    sum: {
      what: m.reports_sum(),
      taken: amount(
        sumBy(methods, ({ taken }) => taken),
        currency,
      ),
      refunded: amount(
        sumBy(methods, ({ refunded }) => refunded),
        currency,
      ),
      then: amount(sumBy(then?.methods ?? [], sum), currency),
      net: amount(sumBy(methods, sum), currency),
    },
  };
};
