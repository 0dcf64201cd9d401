import { minorUnits, type Balance, type MinorUnits } from '../pricing/index.ts';
import type { Payment } from './parts.ts';

// What a customer has to spend is never kept as a figure of its own: it is the refunds that their orders still owe them.
// The trade has no word for an account beside its orders, and two places that hold the same money can part. So credit is
// spent by what is there already: a refund of one order is a payment of another, in one commit, and neither moves cash.

interface Standing extends Pick<Balance, 'balance' | 'net'> {
  /** The order was agreed: a draft's deposit waits for its draft. */
  readonly agreed: boolean;
}

/** Minor units that the customer may spend elsewhere: what is owed to them, as far as it was paid. */
export const creditOn = ({ balance, net, agreed }: Standing): MinorUnits =>
  minorUnits(agreed ? Math.max(0, Math.min(0 - balance, net)) : 0);

/** Credit that comes back to the order that it was spent from: nobody paid. */
export const isCreditBack = ({ method, creditOf }: Pick<Payment, 'method' | 'creditOf'>): boolean =>
  method === 'credit' && creditOf === undefined;

interface Paid extends Pick<Payment, 'amount' | 'method' | 'creditOf'> {
  readonly voided?: boolean | object;
}

/** Credit that came back to its order has no payment behind it that could be void. */
export const isVoidable = ({ voided = false, ...paid }: Paid, net: number): boolean =>
  voided === false && paid.amount <= net && !isCreditBack(paid);
