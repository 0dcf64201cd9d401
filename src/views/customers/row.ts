import type { CustomerDescription } from '../../domain/customer/index.ts';
import type { Shelved } from '../listing/index.ts';

/** A customer as described last. */
export interface CustomerRow extends CustomerDescription, Shelved {
  /** The person is gone for good; what the orders say stays. */
  readonly forgotten?: boolean;
}

export interface CustomerTables {
  customers: CustomerRow;
}
