import { secondOf } from '../calendar.ts';
import type { KeptPayment } from './state.ts';

const TWO_MINUTES = 2 * 60;

/** The payment of the same method and amount that was taken within two minutes of this one: it may be the same. */
export const recentSimilarPayment = <Paid extends Pick<KeptPayment, 'method' | 'amount' | 'at' | 'voided'>>(
  { payments }: { readonly payments: readonly Paid[] },
  { method, amount, at }: Pick<KeptPayment, 'method' | 'amount' | 'at'>,
): Paid | undefined =>
  payments.findLast(
    (payment) =>
      !payment.voided &&
      payment.method === method &&
      payment.amount === amount &&
      Math.abs(secondOf(payment.at) - secondOf(at)) <= TWO_MINUTES,
  );
