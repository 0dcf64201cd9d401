import type { QueryType } from '../kernel/index.ts';
import { Activity, ActivityActors } from './activity/index.ts';
import { BookSettings } from './book/index.ts';
import { CustomerOrders, CustomerSummary } from './customer-orders/index.ts';
import { CustomerCredit, CustomerStatement, Receivables } from './customer-statement/index.ts';
import { CustomerDetails, CustomerList, CustomerNames } from './customers/index.ts';
import { BroughtBy, ImportedThings, ImportList, TimesTakenBack } from './imports/index.ts';
import { OrderDetails } from './order-details/index.ts';
import { OrderHistory } from './order-history/index.ts';
import { OrderCounts, OrderList, OrderNames, OrderTags } from './order-list/index.ts';
import { PriceHistory } from './price-history/index.ts';
import { ProductDetails, ProductList, ProductNames, ProductsByCode } from './products/index.ts';
import { FindableCustomers, FindableOrders, FindableProducts } from './search/index.ts';
import { Sales, SalesBehind } from './sales/index.ts';
import { Oversold, StockExplanation, StockLedger, StockLevels, StockList } from './stock/index.ts';

/** Every question that can be asked. By itself: whoever asks needs nothing of how the answers come about. */
export const queries: readonly QueryType[] = [
  BookSettings,
  ProductList,
  ProductDetails,
  ProductNames,
  ProductsByCode,
  PriceHistory,
  StockLevels,
  StockList,
  StockLedger,
  StockExplanation,
  Oversold,
  CustomerList,
  CustomerDetails,
  CustomerNames,
  OrderList,
  OrderCounts,
  OrderTags,
  OrderNames,
  OrderDetails,
  OrderHistory,
  CustomerOrders,
  CustomerSummary,
  CustomerCredit,
  CustomerStatement,
  Receivables,
  Sales,
  SalesBehind,
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
