import type { OrderPayment } from '../../../views/order-details/index.ts';
import type { Choosable } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';

export type Method = OrderPayment['method'];

const names: Record<Method, () => string> = {
  cash: m.order_method_cash,
  card: m.order_method_card,
  transfer: m.order_method_transfer,
  other: m.order_method_other,
};

export const methodName = (method: Method): string => names[method]();

export const methods = (): Choosable<Method>[] =>
  (['cash', 'card', 'transfer', 'other'] as const).map((value) => ({ value, label: methodName(value) }));

const TWICE_MS = 2 * 60_000;

/** The payment that the same money may be a second entry of: same way, same amount, within two minutes. */
export const sameJustNow = (
  payments: readonly Pick<OrderPayment, 'method' | 'amount' | 'at'>[],
  { method, amount, now }: { readonly method: Method; readonly amount: number | null; readonly now: number },
) =>
  payments.findLast(
    (payment) =>
      payment.method === method &&
      payment.amount === amount &&
      Math.abs(now - Date.parse(payment.at)) < TWICE_MS,
  );
