import { defineAggregate } from '../../kernel/index.ts';
import {
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerForgotten,
  CustomerRestored,
  FORGOTTEN,
  type CustomerDescription,
} from './events.ts';

export interface CustomerState {
  /** Absent: there is no such customer. */
  readonly description?: CustomerDescription;
  readonly archived: boolean;
  readonly forgotten: boolean;
}

const initial: CustomerState = { archived: false, forgotten: false };

export const customers = defineAggregate({
  category: 'customer',
  initial,
  events: [CustomerCreated, CustomerChanged, CustomerArchived, CustomerRestored, CustomerForgotten],
  evolve: {
    CustomerCreated: (state, description) => ({ ...state, description }),
    CustomerChanged: (state, { changed: _, ...description }) => ({ ...state, description }),
    CustomerArchived: (state) => ({ ...state, archived: true }),
    CustomerRestored: (state) => ({ ...state, archived: false }),
    CustomerForgotten: (_, { customerId }) => ({
      description: { customerId, name: FORGOTTEN },
      archived: true,
      forgotten: true,
    }),
  },
});
