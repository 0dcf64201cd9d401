import type { Process } from '../kernel/index.ts';
import { stockAllocation } from './stock-allocation/index.ts';

/** Every process manager of the trade. */
export const processes = [stockAllocation] as readonly Process[];
