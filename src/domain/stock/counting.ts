import type { ProductId } from '../ids.ts';
import { PositiveQuantity } from '../pricing/index.ts';
import { quantity } from '../quantity.ts';
import { uncounted } from './claims.ts';
import { StockPolicySet, StockReleased, StockReserved, type StockPolicy } from './events.ts';
import { available, isCounted, type StockState } from './state.ts';

/** Nothing is kept and nobody waits any longer; what the lines still want is remembered. */
const letGo = ({ claims }: StockState, productId: ProductId) =>
  claims
    .flat()
    .filter(({ reserved, backOrdered }) => reserved + backOrdered > 0)
    .map(({ orderId, lineId, reserved, backOrdered }) =>
      StockReleased({
        ...{ productId, orderId, lineId },
        quantity: quantity(reserved),
        backOrderDropped: quantity(backOrdered),
        uncounted: PositiveQuantity.parse(reserved + backOrdered),
      }),
    );

/**
 * What open orders went without is kept for them now out of `free` thousandths, the oldest first. What is short waits
 * whatever the policy: those orders were taken when nobody counted, and none is to be held up by that.
 */
const kept = ({ claims }: StockState, productId: ProductId, free: number) => {
  let left = Math.max(0, free);
  return uncounted(claims).map(({ orderId, lineId, uncounted: wanted }) => {
    const now = Math.min(left, wanted);
    const short = quantity(wanted - now);
    left -= now;
    return StockReserved({
      ...{ productId, orderId, lineId, quantity: quantity(now) },
      ...{ waited: quantity(0), backOrdered: short, short },
    });
  });
};

/** From now on it is treated so when it is short, or no longer counted, or counted again: open orders follow at once. */
export const policySet = (state: StockState, productId: ProductId, policy: StockPolicy) => {
  if (policy === state.policy) return [];
  const set = StockPolicySet({ productId, policy });
  if (policy === 'uncounted') return [set, ...letGo(state, productId)];
  return isCounted(state) ? [set] : [set, ...kept(state, productId, available(state))];
};

/**
 * What nobody counted is counted from its first delivery or count on, as goods are by default: whoever writes down how
 * many there are wants to know how many are left. undefined where it was counted before.
 */
export const firstCounted = (state: StockState, productId: ProductId, delta: number) =>
  isCounted(state)
    ? undefined
    : {
        set: StockPolicySet({ productId, policy: 'warn' }),
        kept: kept(state, productId, available(state) + delta),
      };
