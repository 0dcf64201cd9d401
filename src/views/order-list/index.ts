export type { Tab } from './filters.ts';
export { OrderCounts, OrderList, OrderNames, OrderTags } from './query.ts';
