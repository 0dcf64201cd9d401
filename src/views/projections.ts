import type { Projection } from '../kernel/index.ts';
import { activityView } from './activity/projection.ts';
import { bookView } from './book/projection.ts';
import { customerOrders } from './customer-orders/projection.ts';
import { customerStatement } from './customer-statement/projection.ts';
import { customerView } from './customers/projection.ts';
import { importView } from './imports/projection.ts';
import { orderDetails } from './order-details/projection.ts';
import { orderHistory } from './order-history/projection.ts';
import { orderList } from './order-list/projection.ts';
import { priceHistory } from './price-history/projection.ts';
import { productView } from './products/projection.ts';
import { salesView } from './sales/projection.ts';
import { searchView } from './search/projection.ts';
import { stockView } from './stock/projection.ts';

/** Every read model: each follows the log by itself and knows of no other. */
export const projections: readonly Projection[] = [
  bookView,
  productView,
  priceHistory,
  stockView,
  customerView,
  orderList,
  orderDetails,
  orderHistory,
  customerOrders,
  customerStatement,
  salesView,
  searchView,
  importView,
  activityView,
];
