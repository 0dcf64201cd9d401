import type { ProductId } from '../ids.ts';
import { quantity } from '../quantity.ts';
import { waiting, type Claim } from './claims.ts';
import { StockReserved } from './events.ts';
import type { StockState } from './state.ts';

/**
 * Reserves `free` thousandths for those who wait, the oldest first. `except` gave the stock up itself.
 * Nobody waits while something is free, so whatever frees stock must end with this.
 */
export const serveWaiting = (state: StockState, productId: ProductId, free: number, except?: Claim) => {
  const served: ReturnType<typeof StockReserved>[] = [];
  if (free <= 0 || state.backOrdered === 0) return served;
  let left = free;
  for (const claim of waiting(state.claims)) {
    if (left <= 0) break;
    if (claim.orderId === except?.orderId && claim.lineId === except.lineId) continue;
    const now = Math.min(left, claim.backOrdered);
    left -= now;
    served.push(
      StockReserved({
        productId,
        orderId: claim.orderId,
        lineId: claim.lineId,
        quantity: quantity(now),
        waited: quantity(claim.backOrdered),
        backOrdered: quantity(claim.backOrdered - now),
        short: quantity(claim.short - now),
      }),
    );
  }
  return served;
};
