import type { Process } from '../kernel/index.ts';
import { paymentReminder } from './payment-reminder/index.ts';
import { stockAllocation } from './stock-allocation/index.ts';

export { integration } from './integration/index.ts';

/** Every process manager of the trade. */
export const processes = [stockAllocation, paymentReminder] as readonly Process[];
