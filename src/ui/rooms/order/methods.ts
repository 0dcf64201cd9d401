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
