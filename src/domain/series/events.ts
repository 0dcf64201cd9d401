import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { OrderId } from '../ids.ts';

// This name and shape are for ever: books out there hold them. To change it, raise its version and upcast.

/** `series` is the prefix, `number` the next without a gap: `A-` and 1001 make the label A-1001. */
export const NumberAllocated = defineEvent(
  'NumberAllocated',
  1,
  z.object({ series: z.string(), number: z.int().check(z.positive()), orderId: OrderId }),
);
