import type { Projection, QueryType } from '../kernel/index.ts';
import { BookSettings, bookView } from './book/index.ts';
import { CustomerOrders, customerOrders, CustomerSummary } from './customer-orders/index.ts';
import { CustomerDetails, CustomerList, customerView } from './customers/index.ts';
import { OrderDetails, orderDetails } from './order-details/index.ts';
import { OrderHistory, orderHistory } from './order-history/index.ts';
import { OrderCounts, OrderList, orderList } from './order-list/index.ts';
import { ProductDetails, ProductList, productView } from './products/index.ts';
import { StockLedger, StockLevels, StockList, stockView } from './stock/index.ts';

/** Every read model: each follows the log by itself and knows of no other. */
export const projections: readonly Projection[] = [
  bookView,
  productView,
  stockView,
  customerView,
  orderList,
  orderDetails,
  orderHistory,
  customerOrders,
];

/** Every question that can be asked. */
export const queries: readonly QueryType[] = [
  BookSettings,
  ProductList,
  ProductDetails,
  StockLevels,
  StockList,
  StockLedger,
  CustomerList,
  CustomerDetails,
  OrderList,
  OrderCounts,
  OrderDetails,
  OrderHistory,
  CustomerOrders,
  CustomerSummary,
];
