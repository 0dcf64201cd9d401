import type { StockRow } from '../../../views/stock/row.ts';
import { isCounted } from './in-all.ts';

/** What of a product that is sold in variants lies under its own name, in thousandths. */
export interface Beside {
  /** Can go to a variant; `unavailable` of it can't be sold there either. */
  readonly free: number;
  readonly unavailable: number;
  /** Kept for open orders: it leaves from here when they ship. */
  readonly reserved: number;
}

type Level = Pick<StockRow, 'onHand' | 'reserved' | 'unavailable' | 'policy'>;

/** undefined where nothing lies there, or nobody counts it. */
export const besideVariants = (level: Level | undefined): Beside | undefined => {
  if (!level || level.onHand <= 0 || !isCounted(level)) return undefined;
  const { onHand, reserved, unavailable } = level;
  const free = Math.max(0, onHand - reserved);
  return { free, unavailable: Math.min(unavailable, free), reserved: Math.min(onHand, reserved) };
};

/** As a command's members: what can't be sold goes last. */
export const movedOf = ({ free, unavailable }: Beside, quantity: number) => {
  const broken = quantity - (free - unavailable);
  return { quantity, ...(broken > 0 && unavailable > 0 && { unavailable: Math.min(broken, unavailable) }) };
};
