export type { Tab } from './filters.ts';
export { OrderCounts, OrderList, OrderTags } from './query.ts';
