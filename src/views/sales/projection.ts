import type { CustomerId, LineId, OrderId } from '../../domain/ids.ts';
import {
  CreditGranted,
  CustomerAssigned,
  CustomerUnassigned,
  DraftCreated,
  LineRemainderCancelled,
  OrderCancelled,
  orderIdOf,
  OrderImportUndone,
  OrderReopened,
  OrderRevised,
  OrderSubmitted,
  PaymentRecorded,
  PaymentVoided,
  RefundPaid,
  ReturnReceived,
  ReturnRequested,
  WrittenOff,
  type LineQuantity,
  type OrderLine,
  type PaymentMethod,
} from '../../domain/order/index.ts';
import type { PricedOrder } from '../../domain/pricing/index.ts';
import { changesOf, defineProjection, type EventEnvelope } from '../../kernel/index.ts';
import type { Agreed, ProductWorth, SalesEntry, SalesRow, SalesTables, SoldLine, Worth } from './row.ts';
import {
  agreedBy,
  creditChange,
  difference,
  goodsChange,
  isNothing,
  NO_CREDIT,
  NOTHING,
  plusCredit,
  plusShares,
  pricedBy,
  productDifference,
  productsReturned,
  productsSold,
} from './worth.ts';

const { sales } = changesOf<SalesTables>()('sales');

type Unstamped = SalesEntry extends infer Entry
  ? Entry extends SalesEntry
    ? Omit<Entry, 'at'>
    : never
  : never;

const withEntries = (row: SalesRow, { meta }: EventEnvelope, ...entries: readonly Unstamped[]): SalesRow => {
  if (entries.length === 0) return row;
  const at = meta.occurredAt;
  const moments = row.moments.includes(at) ? row.moments : [...row.moments, at];
  return {
    ...row,
    moments,
    entries: [...row.entries, ...entries.map((entry) => ({ at, ...entry }))],
  };
};

/** What it comes to, unless it is off: a sale that was taken back at the counter counts as little as a cancelled order. */
const standing = ({ agreed, cancelled, undone }: SalesRow): Agreed | undefined =>
  cancelled || undone ? undefined : agreed;

const counted = (row: SalesRow): Worth => {
  const sold = standing(row);
  return sold ? { ...sold, products: productsSold(row.lines) } : NOTHING;
};

/** What of that came back. With the order that is off it goes: what is not sold cannot be returned. */
const cameBack = (row: SalesRow): readonly ProductWorth[] =>
  standing(row) ? productsReturned(row.lines) : [];

/**
 * Credits count up to what the order comes to, as in its balance (`totals.ts`): once it is off there is nothing that they
 * could lessen, and sales would fall below zero by goods that were never sold. So they are taken back with what they were
 * granted for, on the day when that goes, and count again with it; what was written off likewise, after them. Those for
 * goods that came back are borne by the goods' own tax rates, the others by all, as far as something is left of them.
 */
const settled = (row: SalesRow, event: EventEnvelope): SalesRow => {
  const sold = standing(row) ?? NOTHING;
  const total = sold.net + sold.tax;
  const amount = Math.min(row.credited.granted, total);
  const { counts, goods } = row.credited;
  const left = plusCredit(plusCredit(sold, counts), goods.counts);
  const back = goodsChange(goods.granted, goods.counts, left);
  const ofGoods = plusCredit(goods.counts, back);
  const rest = creditChange(amount + ofGoods.net + ofGoods.tax, counts, plusCredit(left, back));
  const change = plusCredit(back, rest);
  const lost = Math.min(row.writtenOff.granted, total - amount);
  const off = lost - row.writtenOff.counts;
  return withEntries(
    {
      ...row,
      credited: {
        ...row.credited,
        counts: plusCredit(counts, rest),
        goods: { ...goods, counts: ofGoods },
      },
      writtenOff: { ...row.writtenOff, counts: lost },
    },
    event,
    ...(change.net === 0 && change.tax === 0 && change.rates.length === 0
      ? []
      : [{ kind: 'credited' as const, change }]),
    ...(off === 0 ? [] : [{ kind: 'written-off' as const, amount: off }]),
  );
};

/** The row as it is after an event, with what that changed of what is sold, and of what came back of it. */
const changed = (row: SalesRow, after: SalesRow, event: EventEnvelope): SalesRow => {
  const change = difference(counted(row), counted(after));
  const orders = (Number(standing(after) !== undefined) - Number(standing(row) !== undefined)) as -1 | 0 | 1;
  const products = productDifference(cameBack(row), cameBack(after));
  const sold = isNothing(change) && orders === 0 ? [] : [{ kind: 'sold' as const, orders, change }];
  const returned = products.length === 0 ? [] : [{ kind: 'returned' as const, products }];
  return settled(withEntries(after, event, ...sold, ...returned), event);
};

const on = (event: EventEnvelope, update: (row: SalesRow) => SalesRow) => [
  sales(orderIdOf(event), (row) => row && update(row)),
];

const blank = (id: OrderId, currency: SalesRow['currency']): SalesRow => ({
  ...{ id, currency, cancelled: false, lines: [], entries: [], moments: [] },
  credited: { granted: 0, counts: NO_CREDIT, goods: { granted: [], counts: NO_CREDIT } },
  writtenOff: { granted: 0, counts: 0 },
});

const withCustomer = ({ customerId: _, ...row }: SalesRow, customerId: CustomerId | undefined): SalesRow => ({
  ...row,
  ...(customerId && { customerId }),
});

/** Credit that is spent was taken once: it goes from one order to another, and no till knows of it. */
const paid = (event: EventEnvelope, method: PaymentMethod, amount: number) =>
  method === 'credit' ? [] : on(event, (row) => withEntries(row, event, { kind: 'paid', method, amount }));

/** The lines as they are ordered from now on; what of them is off already stays off, and what came back has come. */
const ordered = (lines: readonly OrderLine[], before: readonly SoldLine[] = []): readonly SoldLine[] =>
  lines.map(({ lineId, productId, quantity }) => {
    const [, , , off = 0, net = 0, gross = 0, returned = 0] = before.find(([id]) => id === lineId) ?? [];
    return [lineId, productId, quantity, off, net, gross, returned];
  });

const quantityIn = (some: readonly LineQuantity[], lineId: LineId): number =>
  some.reduce((sum, one) => (one.lineId === lineId ? sum + one.quantity : sum), 0);

const withLess = (lines: readonly SoldLine[], less: readonly LineQuantity[]): readonly SoldLine[] =>
  lines.map(([id, productId, quantity, off, ...worth]) => [
    ...([id, productId, quantity, off + quantityIn(less, id)] as const),
    ...worth,
  ]);

const withBack = (lines: readonly SoldLine[], back: readonly LineQuantity[]): readonly SoldLine[] =>
  lines.map(([id, productId, quantity, off, net, gross, returned]) => [
    ...([id, productId, quantity, off, net, gross] as const),
    returned + quantityIn(back, id),
  ]);

/** The row with these lines, which come to these totals. */
const agreed = (row: SalesRow, lines: readonly SoldLine[], totals: PricedOrder): SalesRow => ({
  ...row,
  lines: pricedBy(totals, lines),
  agreed: agreedBy(totals),
});

/** What was sold, credited and taken, order by order: everything that reports add up. */
export const salesView = defineProjection<SalesTables>({
  name: 'sales',
  version: 6,
  tables: { sales: { key: 'id', indexes: ['*moments'] } },
})
  .on(DraftCreated, ({ data }) => [sales(data.orderId, () => blank(data.orderId, data.currency))])
  .on(CustomerAssigned, (event) => on(event, (row) => withCustomer(row, event.data.customerId)))
  .on(CustomerUnassigned, (event) => on(event, (row) => withCustomer(row, undefined)))
  .on(OrderSubmitted, (event) => {
    const { orderId, currency, number, customer, lines, totals } = event.data;
    return [
      sales(orderId, (row = blank(orderId, currency)) =>
        changed(
          row,
          agreed({ ...withCustomer(row, customer?.customerId), currency, number }, ordered(lines), totals),
          event,
        ),
      ),
    ];
  })
  .on(OrderRevised, (event) => {
    const { after } = event.data;
    return on(event, (row) => {
      const { undone: _, ...again } = row;
      const revised = withCustomer(again, after.customer?.customerId);
      return changed(row, agreed(revised, ordered(after.lines, row.lines), after.totals), event);
    });
  })
  .on(LineRemainderCancelled, (event) =>
    on(event, (row) =>
      changed(row, agreed(row, withLess(row.lines, event.data.lines), event.data.totals), event),
    ),
  )
  .on(OrderCancelled, (event) => on(event, (row) => changed(row, { ...row, cancelled: true }, event)))
  .on(OrderReopened, (event) => on(event, (row) => changed(row, { ...row, cancelled: false }, event)))
  .on(ReturnRequested, (event) =>
    event.data.undoesSale ? on(event, (row) => changed(row, { ...row, undone: true }, event)) : [],
  )
  .on(ReturnReceived, (event) =>
    on(event, (row) => changed(row, { ...row, lines: withBack(row.lines, event.data.lines) }, event)),
  )
  .on(OrderImportUndone, (event) => [sales(orderIdOf(event), () => undefined)])
  .on(CreditGranted, (event) => {
    const { amount, rates = [] } = event.data;
    const shares = rates.map((one) => [one.rate, one.amount] as const);
    return on(event, ({ credited, ...row }) => {
      const goods = { ...credited.goods, granted: plusShares(credited.goods.granted, shares) };
      const granted = credited.granted + amount;
      return settled({ ...row, credited: { ...credited, granted, goods } }, event);
    });
  })
  .on(WrittenOff, (event) =>
    on(event, (row) => {
      const granted = row.writtenOff.granted + event.data.amount;
      return settled({ ...row, writtenOff: { ...row.writtenOff, granted } }, event);
    }),
  )
  .on(PaymentRecorded, (event) => paid(event, event.data.method, event.data.amount))
  .on(PaymentVoided, (event) => paid(event, event.data.method, 0 - event.data.amount))
  .on(RefundPaid, (event) => paid(event, event.data.method, 0 - event.data.amount));
