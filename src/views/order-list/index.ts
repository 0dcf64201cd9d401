export type { OrderRow, Task } from '../order-outline/index.ts';
export type { Tab } from './filters.ts';
export { OrderCounts, OrderList } from './query.ts';
