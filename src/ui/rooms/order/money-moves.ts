import { isVoidable, type OrderPage } from '../../../views/order-details/index.ts';
import { money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { asRead } from '../../words/as-read.ts';
import { methodName, refundName } from './methods.ts';

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

/** Where credit comes from, or what it was spent on; of other money what its paper says. */
const payment = ({ method, reference, creditOf }: OrderPage['payments'][number]): string | undefined => {
  if (method !== 'credit') return reference;
  if (reference === undefined) return m.order_credit_back_draft();
  return creditOf ? m.order_credit_of({ number: reference }) : m.order_credit_back({ number: reference });
};

/** Which order a customer's credit was spent on; the book's own reason for it is in English. */
export const creditOn = (reference: string | undefined): string =>
  reference === undefined ? m.order_credit_on_draft() : m.order_credit_on({ number: reference });

const refund = ({ spentOn, reason, reference }: OrderPage['refunds'][number]): string[] => {
  if (spentOn === undefined) return some(asRead(reason), reference);
  return [creditOn(reference)];
};

const payments = ({ payments: all, currency, actions, balance }: OrderPage): MoneyMove[] =>
  all.map((one) => {
    const { paymentId, at, method, amount, tendered, change, voided } = one;
    return {
      ...{ id: paymentId, at, amount, name: methodName(method) },
      details: some(
        tendered === undefined || change === undefined || change === 0
          ? undefined
          : m.order_payment_change({ tendered: money(tendered, currency), change: money(change, currency) }),
        payment(one),
      ),
      ...(voided && { voided: m.order_payment_void({ reason: voided.reason }) }),
      ...(actions.includes('VoidPayment') && isVoidable(one, balance.net) && { paymentId }),
    };
  });

const refunds = ({ refunds: all }: OrderPage): MoneyMove[] =>
  all.map((one) => ({
    ...{ id: one.refundId, at: one.at, amount: 0 - one.amount, details: refund(one) },
    name: refundName(one.method),
  }));

const credits = ({ credits: all }: OrderPage): MoneyMove[] =>
  all.map(({ creditId, at, amount, reason, kind }) => ({
    ...{ id: `${kind}-${creditId}`, at, amount: 0 - amount, details: [asRead(reason)] },
    name: kind === 'credit' ? m.order_credit_line() : m.order_write_off_line(),
  }));

/** Everything that moved the balance, the oldest first. */
export const moneyMoves = (order: OrderPage): readonly MoneyMove[] =>
  [...payments(order), ...refunds(order), ...credits(order)].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
