export type { Tab } from './filters.ts';
export { orderList } from './projection.ts';
export { OrderCounts, OrderList } from './query.ts';
export type { OrderListTables } from './row.ts';
