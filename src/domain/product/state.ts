import { defineAggregate } from '../../kernel/index.ts';
import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  type ProductDescription,
} from './events.ts';

export interface ProductState {
  /** Absent: there is no such product. */
  readonly description?: ProductDescription;
  readonly archived: boolean;
}

const initial: ProductState = { archived: false };

export const products = defineAggregate({
  category: 'product',
  initial,
  events: [ProductCreated, ProductChanged, ProductArchived, ProductRestored],
  evolve: {
    ProductCreated: (state, description) => ({ ...state, description }),
    ProductChanged: (state, description) => ({ ...state, description }),
    ProductArchived: (state) => ({ ...state, archived: true }),
    ProductRestored: (state) => ({ ...state, archived: false }),
  },
});
