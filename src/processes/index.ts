import type { Process } from '../kernel/index.ts';
import { integration } from './integration/index.ts';
import { paymentReminder } from './payment-reminder/index.ts';
import { stockAllocation } from './stock-allocation/index.ts';

/** Every process manager of the trade. */
export const processes = [stockAllocation, paymentReminder] as readonly Process[];

/** All that comes of events beside read models: what processes do, and what the world outside is told. */
export const reactions = { processes, integration };
