import type { CustomerId, OrderId, ProductId } from '../../domain/ids.ts';
import type { PaymentMethod } from '../../domain/order/index.ts';
import type { SalesEntry, SalesRow, Worth } from './row.ts';

/** Minor units. Sold less credited, without tax, and the tax; orders placed less those cancelled. */
export interface Sums {
  readonly orders: number;
  readonly net: number;
  readonly tax: number;
  readonly credited: number;
  readonly writtenOff: number;
  /** Payments less refunds. */
  readonly taken: number;
}

/** Thousandths sold and come back; minor units of what was sold, less what those that came back had been sold for. */
export interface ProductSales {
  readonly productId: ProductId;
  readonly quantity: number;
  readonly returned: number;
  readonly net: number;
  readonly gross: number;
}

/** `customerId` is absent for what was sold over the counter. */
export interface CustomerSales {
  readonly customerId?: CustomerId;
  readonly orders: number;
  readonly gross: number;
}

export interface SalesReport {
  readonly currency: string;
  readonly sums: Sums;
  /** One after the other, as the periods were asked for. */
  readonly periods: readonly Sums[];
  readonly products: readonly ProductSales[];
  readonly customers: readonly CustomerSales[];
  readonly methods: readonly {
    readonly method: PaymentMethod;
    readonly taken: number;
    readonly refunded: number;
  }[];
  readonly rates: readonly { readonly rate: number; readonly net: number; readonly tax: number }[];
  /** Orders with anything in the time asked for. */
  readonly orderIds: readonly OrderId[];
}

const none: Sums = { orders: 0, net: 0, tax: 0, credited: 0, writtenOff: 0, taken: 0 };

const plus = (sums: Sums, entry: SalesEntry): Sums => {
  switch (entry.kind) {
    case 'sold': {
      const { orders, change } = entry;
      return {
        ...sums,
        orders: sums.orders + orders,
        net: sums.net + change.net,
        tax: sums.tax + change.tax,
      };
    }
    case 'credited': {
      const { net, tax } = entry.change;
      const credited = sums.credited - net - tax;
      return { ...sums, net: sums.net + net, tax: sums.tax + tax, credited };
    }
    // Nobody owes less by it until it is credited.
    case 'returned':
      return sums;
    case 'written-off':
      return { ...sums, writtenOff: sums.writtenOff + entry.amount };
    case 'paid':
      return { ...sums, taken: sums.taken + entry.amount };
  }
};

const changeOf = (entry: SalesEntry): Pick<Worth, 'net' | 'tax' | 'rates'> | undefined =>
  entry.kind === 'sold' || entry.kind === 'credited' ? entry.change : undefined;

/** What an entry has of each product. */
export const ofProducts = (entry: SalesEntry): readonly ProductSales[] => {
  if (entry.kind === 'sold')
    return entry.change.products.map(([productId, quantity, net, gross]) => ({
      ...{ productId, quantity, returned: 0, net, gross },
    }));
  if (entry.kind !== 'returned') return [];
  return entry.products.map(([productId, returned, net, gross]) => ({
    ...{ productId, quantity: 0, returned, net: 0 - net, gross: 0 - gross },
  }));
};

/** Adds up under keys, in the order in which they came. */
class Tally<Key, Sum> {
  readonly #sums = new Map<Key, Sum>();
  readonly #none: Sum;

  constructor(nothing: Sum) {
    this.#none = nothing;
  }

  add(key: Key, more: (sum: Sum) => Sum): void {
    this.#sums.set(key, more(this.#sums.get(key) ?? this.#none));
  }

  entries(): [Key, Sum][] {
    return [...this.#sums];
  }
}

/** Everything that reports show of these orders in one currency, from `from` on and before the last of `ends` (instants). */
export const reportOf = (
  rows: readonly SalesRow[],
  {
    currency,
    from,
    ends,
  }: { readonly currency: string; readonly from: string; readonly ends: readonly string[] },
): SalesReport => {
  const last = ends.at(-1) ?? from;
  const periods = ends.map(() => none);
  let sums = none;
  const products = new Tally<ProductId, Omit<ProductSales, 'productId'>>({
    ...{ quantity: 0, returned: 0, net: 0, gross: 0 },
  });
  const customers = new Tally<CustomerId | undefined, { orders: number; gross: number }>({
    orders: 0,
    gross: 0,
  });
  const methods = new Tally<PaymentMethod, { taken: number; refunded: number }>({ taken: 0, refunded: 0 });
  const rates = new Tally<number, { net: number; tax: number }>({ net: 0, tax: 0 });
  const orderIds: OrderId[] = [];
  for (const row of rows.filter((one) => one.currency === currency)) {
    const entries = row.entries.filter(({ at }) => at >= from && at < last);
    if (entries.length > 0) orderIds.push(row.id);
    for (const entry of entries) {
      sums = plus(sums, entry);
      const period = ends.findIndex((end) => entry.at < end);
      periods[period] = plus(periods[period] ?? none, entry);
      const change = changeOf(entry);
      if (change) {
        const orders = entry.kind === 'sold' ? entry.orders : 0;
        customers.add(row.customerId, (sum) => ({
          orders: sum.orders + orders,
          gross: sum.gross + change.net + change.tax,
        }));
        for (const [rate, net, tax] of change.rates)
          rates.add(rate, (sum) => ({ net: sum.net + net, tax: sum.tax + tax }));
      }
      for (const { productId, ...more } of ofProducts(entry))
        products.add(productId, (sum) => ({
          ...{ quantity: sum.quantity + more.quantity, returned: sum.returned + more.returned },
          ...{ net: sum.net + more.net, gross: sum.gross + more.gross },
        }));
      if (entry.kind === 'paid') {
        const [taken, refunded] = entry.amount > 0 ? [entry.amount, 0] : [0, 0 - entry.amount];
        methods.add(entry.method, (sum) => ({ taken: sum.taken + taken, refunded: sum.refunded + refunded }));
      }
    }
  }
  return {
    ...{ currency, sums, periods, orderIds },
    products: products
      .entries()
      .map(([productId, sum]) => ({ productId, ...sum }))
      .sort((one, other) => other.gross - one.gross),
    customers: customers
      .entries()
      .map(([customerId, sum]) => ({ ...(customerId && { customerId }), ...sum }))
      .sort((one, other) => other.gross - one.gross),
    methods: methods.entries().map(([method, sum]) => ({ method, ...sum })),
    rates: rates
      .entries()
      .map(([rate, sum]) => ({ rate, ...sum }))
      .sort((one, other) => one.rate - other.rate),
  };
};
