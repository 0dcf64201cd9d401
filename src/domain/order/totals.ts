import {
  balance,
  CurrencyCode,
  minorUnits,
  paymentStatus,
  priceOrder,
  type Balance,
  type MoneyOnOrder,
  type OrderToPrice,
  type PaymentStatus,
  type PricedOrder,
} from '../pricing/index.ts';
import { activeLines, lifecycle } from './status.ts';
import type { OrderState } from './state.ts';

/** The currency of nothing (ISO 4217), for an order that never began. */
const NO_CURRENCY = CurrencyCode.parse('XXX');

/** What pricing wants to know of the order as it stands. */
export const toPrice = (state: OrderState): OrderToPrice => ({
  currency: state.terms?.currency ?? NO_CURRENCY,
  taxMode: state.terms?.taxMode ?? 'inclusive',
  rounding: state.terms?.rounding ?? 'perLine',
  lines: activeLines(state),
  orderDiscount: state.discount,
  shipping: state.shipping,
});

/**
 * What the order comes to in its lifecycle: a draft as it stands now (a discount larger than the lines takes them to zero),
 * an open order as agreed, a cancelled or discarded one nothing.
 */
export const totalsOf = (state: OrderState): PricedOrder => {
  const standing = lifecycle(state);
  if (standing === 'open' && state.agreed) return state.agreed.totals;
  const over = standing === 'cancelled' || standing === 'discarded';
  const priced = priceOrder({
    ...toPrice(state),
    ...(over ? { shipping: undefined } : {}),
    excessDiscount: 'cap',
  });
  // Commands refuse what can't be priced exactly before it becomes part of an order.
  if (!priced.ok) throw new RangeError(`an order holds what it should have refused: ${priced.error.code}`);
  return priced.value;
};

/**
 * Credits count up to what they were granted for: once part of the order is off, there may be less of that than was
 * credited, and nobody is owed more than was paid.
 */
export const moneyOn = (state: OrderState): MoneyOnOrder => {
  const { total } = totalsOf(state);
  return { total, ...state.sums, credits: minorUnits(Math.min(state.sums.credits, total)) };
};

/** Due, net and balance in minor units; a balance below zero is owed to the customer. */
export const balanceOf = (state: OrderState): Balance => balance(moneyOn(state));

/** Exactly one in every state. */
export const paymentStatusOf = (state: OrderState): PaymentStatus => paymentStatus(moneyOn(state));
