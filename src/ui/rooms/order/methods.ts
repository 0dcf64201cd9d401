import type { OrderPage, OrderPayment } from '../../../views/order-details/index.ts';
import type { Choosable } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';

export type Method = OrderPayment['method'];

const names: Record<Method, () => string> = {
  cash: m.order_method_cash,
  card: m.order_method_card,
  transfer: m.order_method_transfer,
  other: m.order_method_other,
  credit: m.order_method_credit,
};

export const methodName = (method: Method): string => names[method]();

/** What a refund is called: of credit that was spent elsewhere no money went out. */
export const refundName = (method: Method): string =>
  method === 'credit' ? m.order_credit_spent() : m.order_refund_line({ method: methodName(method) });

/** How the order was paid last, in what can be handed back. */
export const lastWay = ({ payments }: Pick<OrderPage, 'payments'>): Method | undefined =>
  payments.findLast(({ voided, method }) => !voided && method !== 'credit')?.method;

/**
 * How the next payment comes most likely: what is paid on an invoice or by a day comes through the bank, unless it came by
 * card or the like before; the rest is paid at the counter, where what the card has not covered is paid in cash.
 */
export const likelyWay = (order: Pick<OrderPage, 'payments' | 'invoices' | 'dates'>): Method => {
  const isBilled = order.dates.dueOn !== undefined || order.invoices.some(({ left }) => left > 0);
  if (!isBilled) return 'cash';
  const last = lastWay(order);
  return last === undefined || last === 'cash' ? 'transfer' : last;
};

/** How money is taken and given back at the till. */
export const methods = (): Choosable<Method>[] =>
  (['cash', 'card', 'transfer', 'other'] as const).map((value) => ({ value, label: methodName(value) }));
