import * as z from 'zod/mini';
import { defineCommand, ok, on, reject, type Decided, type NewEvent } from '../../../kernel/index.ts';
import { OrderId, PaymentId, RefundId } from '../../ids.ts';
import { creditOn } from '../customer-credit.ts';
import { bookSettings } from '../look-up.ts';
import { paymentTaken, refundPaid } from '../money.ts';
import { called, unknownOrder } from '../refusals.ts';
import { orders, type OrderState } from '../state.ts';
import { lifecycle } from '../status.ts';
import { balanceOf } from '../totals.ts';
import { Amount } from './money.ts';

const Source = z.object({ orderId: OrderId, refundId: RefundId, paymentId: PaymentId, amount: Amount });
type Source = z.infer<typeof Source>;

const areApart = (from: readonly Source[]): boolean =>
  [from.map(({ orderId }) => orderId), from.map(({ paymentId }) => paymentId)].every(
    (ids) => new Set<string>(ids).size === ids.length,
  );

/** Why this credit can't be spent on that order; nothing when it can. */
const refusal = (target: OrderState, { orderId, amount }: Source, state: OrderState) => {
  if (lifecycle(state) === 'none') return unknownOrder(orderId);
  const { customer, terms } = target;
  if (customer === undefined || customer.customerId !== state.customer?.customerId)
    return reject('not-their-credit', `${called(state)} is not of the same customer.`, { orderId });
  if (state.terms?.currency !== terms?.currency)
    return reject('credit-in-other-currency', `${called(state)} is in another currency.`, { orderId });
  const credit = creditOn({ ...balanceOf(state), agreed: state.agreed !== undefined });
  if (amount <= credit) return undefined;
  const number = state.agreed?.number ?? '';
  return reject('more-than-credit', `${called(state)} owes its customer less than that.`, {
    ...{ orderId, number, amount, credit },
  });
};

const labelled = ({ agreed }: OrderState) => agreed && { reference: agreed.number };

/**
 * What a customer's other orders owe them pays for this one, no more than is owed for it: see `customer-credit.ts`. No
 * money moves, so takings stay as they are.
 */
export const SpendCredit = defineCommand({
  type: 'SpendCredit',
  payload: z.strictObject({
    orderId: OrderId,
    from: z.array(Source).check(z.minLength(1), z.maxLength(20), z.refine(areApart)),
  }),
  permission: 'payment.record',
  load: async ({ orderId, from }, read) => ({
    target: (await read(orders, orderId)).state,
    states: await Promise.all(from.map(async (one) => (await read(orders, one.orderId)).state)),
    book: await bookSettings(read),
  }),
  decide: ({ orderId, from }, { target, states, book }) => {
    if (lifecycle(target) === 'none') return unknownOrder(orderId);
    const whole = from.reduce((sum, { amount }) => sum + amount, 0);
    const owed = Math.max(0, balanceOf(target).balance);
    if (whole > owed)
      return reject('more-than-owed', 'No more credit can be spent on an order than is owed for it.', {
        ...{ amount: whole, owed },
      });
    const [given, taken]: [Decided[], NewEvent[]] = [[], []];
    for (const [n, source] of from.entries()) {
      const state = states[n] ?? orders.initial;
      const refused = refusal(target, source, state);
      if (refused) return refused;
      const { orderId: creditOf, amount, refundId, paymentId } = source;
      const money = { method: 'credit', amount } as const;
      const reason = `Spent on ${target.agreed?.number ?? 'a draft'}`;
      const refund = { ...money, refundId, reason, ...labelled(target), spentOn: orderId };
      const back = refundPaid(creditOf, state, refund, book);
      const paid = paymentTaken(target, { ...money, orderId, paymentId, ...labelled(state), creditOf }, book);
      if (!back.ok) return back;
      if (!paid.ok) return paid;
      given.push(on(orders, creditOf, ...back.value));
      taken.push(...paid.value);
    }
    return ok([...given, on(orders, orderId, ...taken)]);
  },
  inverse: ({ payload: { orderId, from }, reason }) =>
    ok(from.map(({ paymentId }) => ({ type: 'VoidPayment', payload: { orderId, paymentId, reason } }))),
});
