import * as z from 'zod/mini';
import { commandOn, defineCommand, ok, reject, type Read } from '../../../kernel/index.ts';
import { CreditId, OrderId, RefundId, ReturnId } from '../../ids.ts';
import { PositiveMinorUnits } from '../../pricing/index.ts';
import { orNone, Reason, textOrNone } from '../../text.ts';
import { WrittenOff } from '../events.ts';
import { bookSettings } from '../look-up.ts';
import { creditGranted, newCredit, refundPaid } from '../money.ts';
import { TillMethod } from '../parts.ts';
import { called, forOrder, whenOpen } from '../refusals.ts';
import { credited, orders } from '../state.ts';
import { balanceOf } from '../totals.ts';
import { Amount } from './money.ts';

const orderAndCoins = async (orderId: OrderId, read: Read) => ({
  order: await read(orders, orderId),
  book: await bookSettings(read),
});

/** The return that it is for: the tax rates of what came back bear it, where otherwise all of the order's do. */
const forReturn = { returnId: z.optional(ReturnId) };

/** Less is due, for goods that were not as they should be. No money moves: what was paid too much shows as a refund due. */
export const GrantCredit = commandOn(orders)({
  type: 'GrantCredit',
  payload: z.strictObject({
    orderId: OrderId,
    creditId: CreditId,
    amount: Amount,
    reason: Reason,
    ...forReturn,
  }),
  permission: 'payment.correct',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, ...credit }, state) => creditGranted(orderId, state, credit),
});

const refund = {
  orderId: OrderId,
  refundId: RefundId,
  method: TillMethod,
  amount: Amount,
  reason: Reason,
  reference: z.optional(textOrNone(120)),
};

/** Money given back, never more than was paid. */
export const PayRefund = defineCommand({
  type: 'PayRefund',
  payload: z.strictObject(refund),
  permission: 'payment.correct',
  load: ({ orderId }, read) => orderAndCoins(orderId, read),
  decide: ({ orderId, reference, ...paid }, { order: { state }, book }) =>
    forOrder(orderId, refundPaid(orderId, state, { ...paid, reference: orNone(reference) }, book)),
});

/** A credit, paid out at once: both or neither. */
export const RefundNow = defineCommand({
  type: 'RefundNow',
  payload: z.strictObject({ ...refund, creditId: CreditId, ...forReturn }),
  permission: 'payment.correct',
  load: ({ orderId }, read) => orderAndCoins(orderId, read),
  decide: ({ orderId, creditId, returnId, reference, ...paid }, { order: { state }, book }) => {
    const credit = { creditId, amount: paid.amount, reason: paid.reason };
    const granted = creditGranted(orderId, state, { ...credit, returnId });
    if (!granted.ok) return granted;
    const given = { ...paid, reference: orNone(reference) };
    const back = refundPaid(orderId, credited(state, credit), given, book);
    return back.ok ? forOrder(orderId, ok([...granted.value, ...back.value])) : back;
  },
});

/** Nobody will get this any more; without an amount, all that is still owed. */
export const WriteOff = commandOn(orders)({
  type: 'WriteOff',
  payload: z.strictObject({
    orderId: OrderId,
    creditId: CreditId,
    amount: z.optional(Amount),
    reason: Reason,
  }),
  permission: 'payment.correct',
  id: ({ orderId }) => orderId,
  decide: ({ orderId, creditId, amount, reason }, state) =>
    whenOpen(orderId, state, () => {
      const fresh = newCredit(state, creditId);
      if (!fresh.ok) return fresh;
      const { due, balance } = balanceOf(state);
      // A rounding that made it more is no debt for goods, so it can't be written off with them.
      const most = Math.min(due, balance);
      if (most <= 0)
        return reject('nothing-to-write-off', `Nothing is owed for ${called(state)}.`, { balance });
      const off = amount ?? PositiveMinorUnits.parse(most);
      return off > most
        ? reject('write-off-exceeds-balance', 'More can’t be written off than is owed.', {
            amount: off,
            balance: most,
          })
        : ok([WrittenOff({ creditId, amount: off, reason })]);
    }),
});
