import type { QueryType } from '../kernel/index.ts';
import { BookSettings } from './book/index.ts';
import { CustomerOrders, CustomerSummary } from './customer-orders/index.ts';
import { CustomerDetails, CustomerList } from './customers/index.ts';
import { ImportedThings, ImportList, TimesTakenBack } from './imports/index.ts';
import { OrderDetails } from './order-details/index.ts';
import { OrderHistory } from './order-history/index.ts';
import { OrderCounts, OrderList } from './order-list/index.ts';
import { ProductDetails, ProductList } from './products/index.ts';
import { StockLedger, StockLevels, StockList } from './stock/index.ts';

/** Every question that can be asked. By itself: whoever asks needs nothing of how the answers come about. */
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
  ImportList,
  ImportedThings,
  TimesTakenBack,
];
