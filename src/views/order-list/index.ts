export type { Tab } from './filters.ts';
export { OrderCounts, OrderList, OrderNames, OrderRows, OrderTags, Overdue } from './query.ts';
