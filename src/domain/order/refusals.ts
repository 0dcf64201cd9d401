import {
  ok,
  on,
  reject,
  type Decided,
  type NewEvent,
  type Rejection,
  type Result,
} from '../../kernel/index.ts';
import type { CustomerId, LineId, OrderId, ReturnId } from '../ids.ts';
import type { PricingRefusal } from '../pricing/index.ts';
import type { Hold } from './parts.ts';
import { lifecycle } from './status.ts';
import { orders, type OrderState } from './state.ts';

export type Decision = Result<readonly NewEvent[], Rejection>;

/** The decision as a command over several streams gives it. */
export const forOrder = (orderId: OrderId, decision: Decision): Result<readonly Decided[], Rejection> => {
  if (!decision.ok) return decision;
  return ok(decision.value.length === 0 ? [] : [on(orders, orderId, ...decision.value)]);
};

/** How a seller would call it in a sentence. */
export const called = (state: OrderState): string =>
  state.agreed ? `Order ${state.agreed.number}` : 'This draft';

/** What holds it, as the values of a refusal. */
export const heldBy = ({ reason, cause, short, before }: Hold) => ({
  ...{ reason, cause, ...(short && { short }), ...(before !== undefined && { before }) },
});

export const unknownOrder = (orderId: OrderId) =>
  reject('unknown-order', 'There is no such order.', { orderId });

export const orderExists = (orderId: OrderId, state: OrderState) =>
  reject('order-exists', 'An order with this id exists already; it was not begun a second time.', {
    orderId,
    lifecycle: lifecycle(state),
  });

/** Decides only for a draft: nothing of an order changes once it is agreed. */
export const whenDraft = (orderId: OrderId, state: OrderState, decide: () => Decision): Decision => {
  const standing = lifecycle(state);
  if (standing === 'none') return unknownOrder(orderId);
  if (standing === 'draft') return decide();
  const why = standing === 'discarded' ? 'was discarded' : 'was submitted already';
  return reject('not-a-draft', `${called(state)} ${why}, so this can no longer be changed.`, {
    orderId,
    lifecycle: standing,
  });
};

/** Decides only for an open order. */
export const whenOpen = (orderId: OrderId, state: OrderState, decide: () => Decision): Decision => {
  const standing = lifecycle(state);
  if (standing === 'none') return unknownOrder(orderId);
  if (standing === 'open') return decide();
  const why = { draft: 'is not submitted yet', cancelled: 'is cancelled', discarded: 'was discarded' }[
    standing
  ];
  return reject('not-open', `${called(state)} ${why}.`, { orderId, lifecycle: standing });
};

export const unknownCustomer = (customerId: CustomerId) =>
  reject('unknown-customer', 'There is no such customer.', { customerId });

export const unknownLine = (lineId: LineId) =>
  reject('unknown-line', 'The order has no such line.', { lineId });

export const unknownReturn = (returnId: ReturnId) =>
  reject('unknown-return', 'The order has no such return.', { returnId });

export const lineExists = (lineId: LineId) =>
  reject('line-exists', 'The order has a line with this id already; it was not added a second time.', {
    lineId,
  });

export const noLines = (orderId: OrderId) =>
  reject('no-lines', 'An order needs at least one line.', { orderId });

/** Why it can't be priced; amounts in minor units of the order's currency. */
export const refusedPrice = (refusal: PricingRefusal, { lines }: Pick<OrderState, 'lines'>) => {
  switch (refusal.code) {
    case 'line-discount-exceeds-line': {
      const { code, lineId, discount, gross } = refusal;
      const name = lines.find((line) => line.lineId === lineId)?.name ?? '';
      return reject(code, `The discount on “${name}” is larger than the line itself.`, {
        lineId,
        name,
        discount,
        gross,
      });
    }
    case 'order-discount-exceeds-subtotal': {
      const { code, discount, available } = refusal;
      return reject(code, 'The discount is larger than what the lines come to.', { discount, available });
    }
    case 'amount-too-large':
      return reject(refusal.code, 'This would come to more money than can be counted exactly.');
  }
};
