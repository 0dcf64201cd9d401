import { defineAggregate } from '../../kernel/index.ts';
import { claimOf, noClaims, withClaim, withReturned, type Claim, type Claims } from './claims.ts';
import {
  BufferSet,
  ReorderLevelSet,
  StockAdjusted,
  StockCounted,
  StockIssued,
  StockPolicySet,
  StockReceived,
  StockReleased,
  StockReserved,
  StockReturned,
  type StockPolicy,
} from './events.ts';

/** One product on the shelf; quantities in thousandths of its unit. */
export interface StockState {
  /** Set with the product's creation: without it there is no such product. */
  readonly policy?: StockPolicy;
  /** What the book believes to lie there. May be below zero: then somebody has to count. */
  readonly onHand: number;
  /** On hand, and not to be sold: damaged, say. */
  readonly unavailable: number;
  /** Kept back from promising. */
  readonly buffer: number;
  /** At so much available it is time to order more. */
  readonly reorderLevel?: number;
  /** Sums over all claims. */
  readonly reserved: number;
  readonly backOrdered: number;
  readonly claims: Claims;
}

/** What can still be promised to somebody. */
export const available = ({
  onHand,
  reserved,
  unavailable,
  buffer,
}: Pick<StockState, 'onHand' | 'reserved' | 'unavailable' | 'buffer'>): number =>
  onHand - reserved - unavailable - buffer;

export const policyOf = (state: StockState): StockPolicy => state.policy ?? 'warn';

/** Somebody counts what lies there; else nothing of it is ever kept, short or missing. */
export const isCounted = (state: StockState): boolean => state.policy !== 'uncounted';

const moved = (state: StockState, delta: number, unavailable = 0): StockState => ({
  ...state,
  onHand: state.onHand + delta,
  unavailable: state.unavailable + unavailable,
});

const claimed = (state: StockState, before: Claim, after: Claim): StockState => ({
  ...state,
  reserved: state.reserved + after.reserved - before.reserved,
  backOrdered: state.backOrdered + after.backOrdered - before.backOrdered,
  claims: withClaim(state.claims, before, after),
});

const initial: StockState = {
  onHand: 0,
  unavailable: 0,
  buffer: 0,
  reserved: 0,
  backOrdered: 0,
  claims: noClaims,
};

export const stock = defineAggregate({
  category: 'stock',
  initial,
  snapshots: true,
  events: [
    StockPolicySet,
    StockReceived,
    StockAdjusted,
    StockCounted,
    StockReserved,
    StockReleased,
    StockIssued,
    StockReturned,
    BufferSet,
    ReorderLevelSet,
  ],
  evolve: {
    StockPolicySet: (state, { policy }) => ({ ...state, policy }),
    StockReceived: (state, { quantity }) => moved(state, quantity),
    StockAdjusted: (state, { delta, unavailable = 0 }) => moved(state, delta, unavailable),
    StockCounted: (state, { delta }) => moved(state, delta),
    BufferSet: (state, { quantity }) => ({ ...state, buffer: quantity }),
    ReorderLevelSet: ({ reorderLevel: _, ...state }, { level }) => ({
      ...state,
      ...(level !== undefined && { reorderLevel: level }),
    }),
    StockReserved: (state, data, { version }) => {
      const claim = claimOf(state.claims, data.orderId, data.lineId);
      return claimed(state, claim, {
        ...claim,
        reserved: claim.reserved + data.quantity,
        backOrdered: data.backOrdered,
        short: data.short,
        uncounted: data.uncounted ?? 0,
        waitsSince: claim.backOrdered > 0 ? claim.waitsSince : version,
        ask: data.ask ?? claim.ask,
      });
    },
    StockReleased: (state, data) => {
      const claim = claimOf(state.claims, data.orderId, data.lineId);
      const backOrdered = claim.backOrdered - data.backOrderDropped;
      return claimed(state, claim, {
        ...claim,
        reserved: claim.reserved - data.quantity,
        backOrdered,
        short: backOrdered,
        uncounted: data.uncounted ?? 0,
        ask: data.ask ?? claim.ask,
      });
    },
    StockIssued: (state, data) => {
      const claim = claimOf(state.claims, data.orderId, data.lineId);
      return claimed(moved(state, data.uncounted ? 0 : 0 - data.quantity), claim, {
        ...claim,
        reserved: claim.reserved - data.fromReserved,
        backOrdered: claim.backOrdered - data.backOrderDropped,
        short: Math.max(0, claim.short - (data.quantity - data.fromReserved)),
        uncounted: Math.max(0, claim.uncounted - data.quantity),
        issued: claim.issued + data.quantity,
        fulfilments: [...claim.fulfilments, data.fulfilmentId],
      });
    },
    StockReturned: (state, { orderId, lineId, quantity, uncounted, ...by }) => {
      const claim = claimOf(state.claims, orderId, lineId);
      const after = withReturned(claim, { ...by, quantity });
      const { disposition } = by;
      if (uncounted) return claimed(state, claim, after);
      const onHand = disposition === 'discard' ? 0 : quantity;
      return claimed(moved(state, onHand, disposition === 'damaged' ? quantity : 0), claim, after);
    },
  },
});
