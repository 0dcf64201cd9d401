import { quantity } from '../quantity.ts';
import { PreparationUndone } from './events.ts';
import type { LineQuantity } from './parts.ts';
import type { OrderState } from './state.ts';
import { progress, type LineProgress } from './status.ts';

/** What of these items is not prepared, when so much of a line stands there for them. */
export const unprepared = (
  state: OrderState,
  items: readonly LineQuantity[],
  standsThere = ({ prepared, shipped }: LineProgress): number => prepared - shipped,
): LineQuantity[] => {
  const standing = new Map(progress(state).map((line) => [line.lineId, standsThere(line)]));
  return items.flatMap(({ lineId, quantity: some }) => {
    const missing = some - (standing.get(lineId) ?? 0);
    return missing > 0 ? [{ lineId, quantity: quantity(missing) }] : [];
  });
};

/** Puts back what is prepared beyond `keeps` of a line, when part of an order, or all of it, is off. */
export const puttingBack = (state: OrderState, keeps: (lineId: LineQuantity['lineId']) => number) => {
  const lines = progress(state).flatMap(({ lineId, prepared }) => {
    const surplus = prepared - keeps(lineId);
    return surplus > 0 ? [{ lineId, quantity: quantity(surplus) }] : [];
  });
  return lines.length > 0 ? [PreparationUndone({ lines })] : [];
};
