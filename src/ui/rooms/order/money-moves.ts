import type { OrderPage } from '../../../views/order-details/index.ts';
import { money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { methodName } from './methods.ts';

/** Money that moved, or was given up, as a line of the order's account. Minor units; what went out is below zero. */
export interface MoneyMove {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly amount: number;
  readonly details: readonly string[];
  /** It never was: struck through, and why. */
  readonly voided?: string;
  /** A payment that can be made void. */
  readonly paymentId?: string;
}

const some = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text) => text !== undefined);

const payments = ({ payments: all, currency, actions, balance }: OrderPage): MoneyMove[] =>
  all.map(({ paymentId, at, method, amount, tendered, change, reference, voided }) => ({
    ...{ id: paymentId, at, amount, name: methodName(method) },
    details: some(
      tendered === undefined || change === undefined || change === 0
        ? undefined
        : m.order_payment_change({ tendered: money(tendered, currency), change: money(change, currency) }),
      reference,
    ),
    ...(voided && { voided: m.order_payment_void({ reason: voided.reason }) }),
    ...(!voided && actions.includes('VoidPayment') && amount <= balance.net && { paymentId }),
  }));

const refunds = ({ refunds: all }: OrderPage): MoneyMove[] =>
  all.map(({ refundId, at, method, amount, reason, reference }) => ({
    ...{ id: refundId, at, amount: 0 - amount, details: some(reason, reference) },
    name: m.order_refund_line({ method: methodName(method) }),
  }));

const credits = ({ credits: all }: OrderPage): MoneyMove[] =>
  all.map(({ creditId, at, amount, reason, kind }) => ({
    ...{ id: `${kind}-${creditId}`, at, amount: 0 - amount, details: [reason] },
    name: kind === 'credit' ? m.order_credit_line() : m.order_write_off_line(),
  }));

/** Everything that moved the balance, the oldest first. */
export const moneyMoves = (order: OrderPage): readonly MoneyMove[] =>
  [...payments(order), ...refunds(order), ...credits(order)].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
