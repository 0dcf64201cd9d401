import type { LineId } from '../ids.ts';
import type { LineQuantity } from './parts.ts';
import type { OrderState } from './state.ts';
import type { LineProgress } from './status.ts';

export const sumOf = (items: readonly LineQuantity[], lineId: LineId): number =>
  items.reduce((sum, item) => sum + (item.lineId === lineId ? item.quantity : 0), 0);

/** What of a line may be asked back beside what came back and what is expected already, over all open returns. */
export const returnable = ({ returns }: OrderState, { lineId, shipped, returned }: LineProgress): number =>
  returns
    .filter((one) => one.standing === 'open')
    .reduce(
      (left, one) => left - sumOf(one.requested, lineId) + sumOf(one.received, lineId),
      shipped - returned,
    );
