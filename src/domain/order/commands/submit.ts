import * as z from 'zod/mini';
import { defineCommand, ok, reject, type CommandContext } from '../../../kernel/index.ts';
import type { BookSettings } from '../../book/index.ts';
import { secondOf } from '../../calendar.ts';
import { customers } from '../../customer/index.ts';
import { OrderId } from '../../ids.ts';
import { NonNegativeMinorUnits, priceOrder, type MinorUnits, type PricedOrder } from '../../pricing/index.ts';
import { series } from '../../series/index.ts';
import { Reason } from '../../text.ts';
import { asTheyAre } from '../customer.ts';
import { OrderSubmitted } from '../events.ts';
import { bookSettings, shelvesOf } from '../look-up.ts';
import { numbered } from '../number.ts';
import { noLines, refusedPrice, whenDraft } from '../refusals.ts';
import { blockedShortages, type Shortage } from '../shortage.ts';
import { orders, type OrderState, type Terms } from '../state.ts';
import { toPrice } from '../totals.ts';

export const blocked = (products: readonly Shortage[]) =>
  reject('stock-blocked', `There is not enough of ${products.map(({ name }) => `“${name}”`).join(', ')}.`, {
    products: products.map((product) => ({ ...product })),
  });

/** What a draft comes to in the eyes of whoever places it, in minor units: where it comes to another sum it is refused. */
export const SeenTotal = z.optional(NonNegativeMinorUnits);

/** Somebody changed the draft since, in another tab. */
export const otherTotal = (
  { orderId, total: seen }: { readonly orderId: OrderId; readonly total?: MinorUnits | undefined },
  { total }: PricedOrder,
) =>
  seen === undefined || seen === total
    ? undefined
    : reject('total-changed', 'The order comes to another sum by now. Look at it, then place it again.', {
        orderId,
        seen,
        total,
      });

const HALF_A_DAY = 43_200;

/**
 * When it was placed, where that is another day than this one: noon of the day as it is where it was typed. Of a day that
 * came without its noon, noon in UTC: it is the same day almost wherever it is read.
 */
export const placedAt = (
  { placedOn, placedAt: noon }: OrderState['dates'],
  { occurredAt }: CommandContext,
) => {
  if (placedOn === undefined) return undefined;
  const isThatDay = noon
    ? Math.abs(secondOf(occurredAt) - secondOf(noon)) < HALF_A_DAY
    : occurredAt.startsWith(placedOn);
  return isThatDay ? undefined : { occurredAt: noon ?? `${placedOn}T12:00:00.000Z` };
};

/** The draft as it stands, frozen; its customer as they are. */
export const agreement = (
  payload: { readonly orderId: OrderId; readonly override?: string | undefined },
  { dates: { placedAt: _, ...dates }, ...draft }: OrderState & { readonly terms: Terms },
  totals: PricedOrder,
  { reminderDays }: Pick<BookSettings, 'reminderDays'>,
) => ({
  orderId: payload.orderId,
  customer: draft.customer,
  lines: [...draft.lines],
  discount: draft.discount,
  shipping: draft.shipping,
  ...draft.terms,
  totals,
  ...dates,
  stock: 'tracked' as const,
  override: payload.override,
  reminderDays,
});

/**
 * The customer said yes: the order gets its number and nothing in it changes any more.
 * `override` is the reason to take it although a product that blocks is short.
 */
export const SubmitOrder = defineCommand({
  type: 'SubmitOrder',
  payload: z.strictObject({ orderId: OrderId, total: SeenTotal, override: z.optional(Reason) }),
  permission: 'order.take',
  load: async ({ orderId }, read) => {
    const order = await read(orders, orderId);
    const book = await bookSettings(read);
    const { customer } = order.state;
    return {
      order,
      book,
      customer: customer && (await read(customers, customer.customerId)).state,
      series: await read(series, book.numberPrefix),
      shelves: await shelvesOf(read, order.state.lines),
    };
  },
  decide: (payload, { order: { state }, book, customer, series: numbers, shelves }, context) => {
    const { orderId, override } = payload;
    const { terms } = state;
    const draft = whenDraft(orderId, state, () => ok([]));
    if (!draft.ok) return draft;
    if (!terms || state.lines.length === 0) return noLines(orderId);
    const shortages = blockedShortages(state.lines, shelves);
    if (shortages.length > 0 && override === undefined) return blocked(shortages);
    const priced = priceOrder(toPrice(state));
    if (!priced.ok) return refusedPrice(priced.error, state);
    const other = otherTotal(payload, priced.value);
    if (other) return other;
    const draftNow = { ...state, terms, customer: asTheyAre(state.customer, customer) };
    const agreed = agreement(payload, draftNow, priced.value, book);
    return ok(
      numbered(orderId, numbers, (number) => [
        OrderSubmitted({ ...agreed, number }, placedAt(state.dates, context)),
      ]),
    );
  },
});
