import type { OrderState } from './state.ts';

/** It was sold over the counter, and nothing but that has happened to it since. */
export const isAsSold = (state: OrderState): boolean =>
  state.agreed?.stock === 'handed-over' &&
  state.revision === 0 &&
  state.payments.length <= 1 &&
  state.payments.every(({ voided }) => !voided) &&
  [state.returns, state.refunds, state.credits, Object.keys(state.cancelledItems)].every(
    (since) => since.length === 0,
  );
