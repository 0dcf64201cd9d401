import { secondOf } from '../calendar.ts';
import type { Payment } from './parts.ts';

const TWO_MINUTES = 2 * 60;

interface Paid extends Pick<Payment, 'method' | 'amount'> {
  /** ISO instant. */
  readonly at: string;
}

/** The payment of the same method and amount that was taken within two minutes of this one: it may be the same. */
export const recentSimilarPayment = <Known extends Paid & { readonly voided?: boolean | object }>(
  { payments }: { readonly payments: readonly Known[] },
  { method, amount, at }: Paid,
): Known | undefined =>
  payments.findLast(
    (payment) =>
      (payment.voided === undefined || payment.voided === false) &&
      payment.method === method &&
      payment.amount === amount &&
      Math.abs(secondOf(payment.at) - secondOf(at)) <= TWO_MINUTES,
  );
