import { defineAggregate } from '../../kernel/index.ts';
import {
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerRestored,
  type CustomerDescription,
} from './events.ts';

export interface CustomerState {
  /** Absent: there is no such customer. */
  readonly description?: CustomerDescription;
  readonly archived: boolean;
}

const initial: CustomerState = { archived: false };

export const customers = defineAggregate({
  category: 'customer',
  initial,
  events: [CustomerCreated, CustomerChanged, CustomerArchived, CustomerRestored],
  evolve: {
    CustomerCreated: (state, description) => ({ ...state, description }),
    CustomerChanged: (state, description) => ({ ...state, description }),
    CustomerArchived: (state) => ({ ...state, archived: true }),
    CustomerRestored: (state) => ({ ...state, archived: false }),
  },
});
