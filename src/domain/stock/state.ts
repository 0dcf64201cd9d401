import { defineAggregate } from '../../kernel/index.ts';
import { claimOf, noClaims, withClaim, type Claim, type Claims } from './claims.ts';
import {
  StockAdjusted,
  StockCounted,
  StockIssued,
  StockPolicySet,
  StockReceived,
  StockReleased,
  StockReserved,
  type StockPolicy,
} from './events.ts';

/** One product on the shelf; quantities in thousandths of its unit. */
export interface StockState {
  /** Set with the product's creation: without it there is no such product. */
  readonly policy?: StockPolicy;
  /** What the book believes to lie there. May be below zero: then somebody has to count. */
  readonly onHand: number;
  /** Sums over all claims. */
  readonly reserved: number;
  readonly backOrdered: number;
  readonly claims: Claims;
}

/** What can still be promised to somebody. */
export const available = (state: Pick<StockState, 'onHand' | 'reserved'>): number =>
  state.onHand - state.reserved;

export const policyOf = (state: StockState): StockPolicy => state.policy ?? 'warn';

const moved = (state: StockState, delta: number): StockState => ({ ...state, onHand: state.onHand + delta });

const claimed = (state: StockState, before: Claim, after: Claim): StockState => ({
  ...state,
  reserved: state.reserved + after.reserved - before.reserved,
  backOrdered: state.backOrdered + after.backOrdered - before.backOrdered,
  claims: withClaim(state.claims, before, after),
});

const initial: StockState = { onHand: 0, reserved: 0, backOrdered: 0, claims: noClaims };

export const stock = defineAggregate({
  category: 'stock',
  initial,
  events: [
    StockPolicySet,
    StockReceived,
    StockAdjusted,
    StockCounted,
    StockReserved,
    StockReleased,
    StockIssued,
  ],
  evolve: {
    StockPolicySet: (state, { policy }) => ({ ...state, policy }),
    StockReceived: (state, { quantity }) => moved(state, quantity),
    StockAdjusted: (state, { delta }) => moved(state, delta),
    StockCounted: (state, { delta }) => moved(state, delta),
    StockReserved: (state, data, { version }) => {
      const claim = claimOf(state.claims, data.orderId, data.lineId);
      return claimed(state, claim, {
        ...claim,
        reserved: claim.reserved + data.quantity,
        backOrdered: data.backOrdered,
        short: data.short,
        waitsSince: claim.backOrdered > 0 ? claim.waitsSince : version,
      });
    },
    StockReleased: (state, data) => {
      const claim = claimOf(state.claims, data.orderId, data.lineId);
      return claimed(state, claim, {
        ...claim,
        reserved: claim.reserved - data.quantity,
        backOrdered: claim.backOrdered - data.backOrderDropped,
        short: claim.short - data.backOrderDropped,
      });
    },
    StockIssued: (state, data) => {
      const claim = claimOf(state.claims, data.orderId, data.lineId);
      return claimed(moved(state, 0 - data.quantity), claim, {
        ...claim,
        reserved: claim.reserved - data.fromReserved,
        backOrdered: claim.backOrdered - data.backOrderDropped,
        short: Math.max(0, claim.short - (data.quantity - data.fromReserved)),
        issued: claim.issued + data.quantity,
        fulfilments: [...claim.fulfilments, data.fulfilmentId],
      });
    },
  },
});
