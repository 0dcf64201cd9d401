import type { BookSettings } from '../book/index.ts';
import { cashDue, minorUnits, type MinorUnits } from '../pricing/index.ts';
import { CashRounded } from './events.ts';
import type { CashRounding, OrderState } from './state.ts';
import type { PaymentMethod } from './parts.ts';
import { balanceOf } from './totals.ts';

/** What the book knows of coins: the smallest one, in its own currency. */
export type Coins = Pick<BookSettings, 'currency' | 'cashStep'>;

interface Moved {
  readonly cause: CashRounding['cause'];
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
}

const stepFor = (state: OrderState, { method }: Moved, { currency, cashStep }: Coins) =>
  method === 'cash' && state.terms?.currency === currency ? cashStep : undefined;

const entry = ({ cause }: Moved, amount: number) =>
  amount === 0 ? [] : [CashRounded({ cause, amount: minorUnits(amount) })];

/** The entry that settles the order when cash pays what coins can pay of its balance. */
export const roundedOnPayment = (state: OrderState, payment: Moved, coins: Coins) => {
  const step = stepFor(state, payment, coins);
  const { balance } = balanceOf(state);
  if (step === undefined || balance <= 0 || payment.amount !== cashDue(balance, step)) return [];
  return entry(payment, payment.amount - balance);
};

/** The same for cash given back. Once all that was paid is given back, nothing of it was rounded either. */
export const roundedOnRefund = (state: OrderState, refund: Moved, coins: Coins) => {
  const { net, balance } = balanceOf(state);
  if (refund.amount === net) return entry(refund, 0 - state.sums.cashRounding);
  const step = stepFor(state, refund, coins);
  if (step === undefined || balance >= 0) return [];
  // No more can be given back than was paid, so the coins below that have to do.
  const most = net - (net % step);
  const amount = Math.min(0 - cashDue(balance, step), most);
  return refund.amount === amount ? entry(refund, -(balance + amount)) : [];
};
