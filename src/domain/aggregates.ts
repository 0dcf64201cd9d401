import type { Aggregate } from '../kernel/index.ts';
import { books } from './book/index.ts';
import { CustomerForgotten, customers } from './customer/index.ts';
import { imports } from './import/index.ts';
import { operators, PinSet, SET_PIN } from './operator/index.ts';
import { orders } from './order/index.ts';
import { products } from './product/index.ts';
import { series } from './series/index.ts';
import { stock } from './stock/index.ts';

/** All that things happen to in the trade. */
export const aggregates = [
  books,
  products,
  customers,
  stock,
  orders,
  series,
  imports,
  operators,
] as readonly Aggregate[];

/** After these the person that they name is known no more: the key to all that is personal of them is destroyed. */
export const forgetting = [CustomerForgotten];

/** Who may see customers may read of them in the log; what guards a PIN is read by nobody. */
export const looking = { personal: 'customer.see', secret: [PinSet.type, SET_PIN] };
