import * as z from 'zod/mini';
import {
  defineCommand,
  ok,
  type NewEvent,
  type Read,
  type Result,
  type Rejection,
} from '../../../kernel/index.ts';
import type { BookSettings } from '../../book/index.ts';
import { customers } from '../../customer/index.ts';
import { CustomerId, FulfilmentId, OrderId, PaymentId } from '../../ids.ts';
import { cashDue, Discount, priceOrder, type MinorUnits, type PricedOrder } from '../../pricing/index.ts';
import { series } from '../../series/index.ts';
import { orNone, Reason, textOrNone } from '../../text.ts';
import { asTheyAre, orderingCustomer } from '../customer.ts';
import {
  CustomerAssigned,
  DiscountSet,
  DraftCreated,
  ItemsCollected,
  ItemsPrepared,
  LineAdded,
  OrderSubmitted,
} from '../events.ts';
import { LineRequest, newLines, sellable } from '../line.ts';
import { bookSettings, catalogueOf, shelvesOf } from '../look-up.ts';
import { paymentTaken } from '../money.ts';
import { numbered } from '../number.ts';
import { TillMethod } from '../parts.ts';
import { noLines, orderExists, refusedPrice, whenDraft, type Decision } from '../refusals.ts';
import { blockedShortages } from '../shortage.ts';
import { orders, type OrderState, type Terms } from '../state.ts';
import { lifecycle } from '../status.ts';
import { balanceOf, toPrice } from '../totals.ts';
import { Amount } from './money.ts';
import { agreement, blocked, otherTotal, placedAt, SeenTotal } from './submit.ts';

const shape = z.strictObject({
  orderId: OrderId,
  /** Absent: the draft is sold as it stands, and neither customer nor discount is named. */
  lines: z.optional(z.array(LineRequest).check(z.maxLength(1000))),
  customerId: z.optional(CustomerId),
  discount: z.optional(Discount),
  payment: z.strictObject({
    paymentId: PaymentId,
    method: TillMethod,
    tendered: z.optional(Amount),
    reference: z.optional(textOrNone(120)),
  }),
  fulfilmentId: FulfilmentId,
  total: SeenTotal,
  /** Why it is sold although a product that blocks is short. */
  override: z.optional(Reason),
});
type Asked = z.infer<typeof shape>;

const payload = shape.check(
  z.refine(
    ({ lines, customerId, discount }) => lines !== undefined || (customerId ?? discount) === undefined,
    'A draft is sold as it stands',
  ),
);

const load = async ({ orderId, lines, customerId }: Asked, read: Read) => {
  const book = await bookSettings(read);
  const order = await read(orders, orderId, lines && 'absent');
  const buyer = customerId ?? order.state.customer?.customerId;
  return {
    order,
    book,
    series: await read(series, book.numberPrefix),
    catalogue: await catalogueOf(read, lines ?? []),
    shelves: await shelvesOf(read, lines ?? order.state.lines),
    customer: buyer === undefined ? undefined : (await read(customers, buyer)).state,
  };
};
type World = Awaited<ReturnType<typeof load>>;

type Sale = OrderState & { readonly terms: Terms };

const standing = ({ orderId }: Asked, { order: { state }, customer }: World): Result<Sale, Rejection> => {
  const draft = whenDraft(orderId, state, () => ok([]));
  if (!draft.ok) return draft;
  const { terms } = state;
  if (!terms || state.lines.length === 0) return noLines(orderId);
  return ok({ ...state, terms, customer: asTheyAre(state.customer, customer) });
};

/** What is sold, to whom, under the book's terms: refused as a draft would be. */
const sale = (asked: Asked, world: World): Result<Sale, Rejection> => {
  const { orderId, lines, customerId, discount } = asked;
  if (lines === undefined) return standing(asked, world);
  const { order, book, catalogue, customer } = world;
  if (lifecycle(order.state) !== 'none') return orderExists(orderId, order.state);
  if (lines.length === 0) return noLines(orderId);
  const forWhom = customerId && customer ? orderingCustomer(customerId, customer) : ok(undefined);
  if (!forWhom.ok) return forWhom;
  const sold = sellable(lines, catalogue);
  if (!sold.ok) return sold;
  const added = newLines(lines, catalogue);
  if (!added.ok) return added;
  const terms = { currency: book.currency, taxMode: book.taxMode, rounding: book.rounding };
  return ok({ ...order.state, terms, lines: added.value, customer: forWhom.value, discount });
};

const taken = (orderId: OrderId, { terms, lines, customer, discount }: Sale): readonly NewEvent[] => [
  DraftCreated({ orderId, ...terms }),
  ...(customer ? [CustomerAssigned(customer)] : []),
  ...lines.map((line) => LineAdded(line)),
  ...(discount ? [DiscountSet({ discount })] : []),
];

const handedOver = (fulfilmentId: FulfilmentId, { lines }: Sale): readonly NewEvent[] => {
  const all = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  return [
    ItemsPrepared({ fulfilmentId, lines: all }),
    ItemsCollected({ fulfilmentId, lines: all, stock: 'leaves' }),
  ];
};

/** All that a deposit has left of it, in coins where cash is rounded. What is free is not paid for. */
const paid = ({ orderId, payment }: Asked, sold: Sale, totals: PricedOrder, book: BookSettings): Decision => {
  const state: OrderState = { ...sold, agreed: { number: '-', totals, stock: 'handed-over' } };
  const step = payment.method === 'cash' ? book.cashStep : undefined;
  const { balance } = balanceOf(state);
  const amount: MinorUnits = step === undefined ? balance : cashDue(balance, step);
  if (amount <= 0) return ok([]);
  const { reference, ...how } = payment;
  return paymentTaken(state, { orderId, ...how, amount, reference: orNone(reference) }, book);
};

/** Sold, handed over and paid over the counter: an order from beginning to end in one commit. */
export const CounterSale = defineCommand({
  type: 'CounterSale',
  payload,
  permission: 'order.take',
  load: (asked, read) => load(asked, read),
  decide: (asked, world, context) => {
    const { orderId, override, fulfilmentId } = asked;
    const sold = sale(asked, world);
    if (!sold.ok) return sold;
    const shortages = blockedShortages(sold.value.lines, world.shelves);
    if (shortages.length > 0 && override === undefined) return blocked(shortages);
    const priced = priceOrder(toPrice(sold.value));
    if (!priced.ok) return refusedPrice(priced.error, sold.value);
    const other = otherTotal(asked, priced.value);
    if (other) return other;
    const payment = paid(asked, sold.value, priced.value, world.book);
    if (!payment.ok) return payment;
    const agreed = {
      ...agreement(asked, sold.value, priced.value, world.book),
      stock: 'handed-over' as const,
    };
    return ok(
      numbered(orderId, world.series, (number) => [
        ...(asked.lines ? taken(orderId, sold.value) : []),
        OrderSubmitted({ ...agreed, number }, placedAt(sold.value.dates, context)),
        ...handedOver(fulfilmentId, sold.value),
        ...payment.value,
      ]),
    );
  },
  inverse: ({ payload: { orderId }, reason, id }) =>
    ok([
      {
        type: 'UndoCounterSale',
        payload: { orderId, returnId: id(0), creditId: id(1), refundId: id(2), reason },
      },
    ]),
});
