import { v5 } from 'uuid';

/** FOR EVER: filling the sample book again must meet what is there. */
const NAMESPACE = '0d6b9a3e-51c7-5f0a-8f5e-7c2d94b1e6a8';

type Thing =
  'product' | 'customer' | 'order' | 'line' | 'payment' | 'fulfilment' | 'return' | 'credit' | 'refund';

/** The UUID of a thing of the sample book: `order:12`. */
export const sampleId = (thing: Thing, key: string): string => v5(`sample:${thing}:${key}`, NAMESPACE);
