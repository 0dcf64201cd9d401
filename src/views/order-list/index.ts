export type { OrderRow, Step, Task } from '../order-outline/index.ts';
export type { Tab } from './filters.ts';
export { OrderCounts, OrderList, OrderTags } from './query.ts';
