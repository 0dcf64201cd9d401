import type { QueryType } from '../kernel/index.ts';
import { Activity, ActivityActors } from './activity/index.ts';
import { BookSettings, Numberings, OrderViews } from './book/index.ts';
import { CustomerBalances, CustomerOrders, CustomerSummary } from './customer-orders/index.ts';
import { CustomerCredit, CustomerStatement, Receivables } from './customer-statement/index.ts';
import { CustomerDetails, CustomerList, CustomerNames } from './customers/index.ts';
import { BroughtBy, ImportedThings, ImportList, TimesTakenBack } from './imports/index.ts';
import { OrderDetails } from './order-details/index.ts';
import { OrderHistory } from './order-history/index.ts';
import { OrderCounts, OrderList, OrderNames, OrderRows, OrderTags, Overdue } from './order-list/index.ts';
import { PriceHistory } from './price-history/index.ts';
import { ProductDetails, ProductList, ProductNames, ProductsByCode, ProductsById } from './products/index.ts';
import { FindableCustomers, FindableOrders, FindableProducts } from './search/index.ts';
import { Sales, SalesBehind, SoldOfLate } from './sales/index.ts';
import {
  Oversold,
  StockCounts,
  StockExplanation,
  StockLedger,
  StockLevels,
  StockList,
  StockWorth,
} from './stock/index.ts';

/** Every question that can be asked. By itself: whoever asks needs nothing of how the answers come about. */
export const queries: readonly QueryType[] = [
  BookSettings,
  Numberings,
  OrderViews,
  ProductList,
  ProductDetails,
  ProductNames,
  ProductsByCode,
  ProductsById,
  PriceHistory,
  StockLevels,
  StockList,
  StockCounts,
  StockWorth,
  StockLedger,
  StockExplanation,
  Oversold,
  CustomerList,
  CustomerDetails,
  CustomerNames,
  OrderList,
  OrderCounts,
  Overdue,
  OrderTags,
  OrderNames,
  OrderRows,
  OrderDetails,
  OrderHistory,
  CustomerOrders,
  CustomerSummary,
  CustomerBalances,
  CustomerCredit,
  CustomerStatement,
  Receivables,
  Sales,
  SalesBehind,
  SoldOfLate,
  FindableOrders,
  FindableCustomers,
  FindableProducts,
  ImportList,
  ImportedThings,
  TimesTakenBack,
  BroughtBy,
  Activity,
  ActivityActors,
];
