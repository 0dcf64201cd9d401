export { answered } from './answered.ts';
export { followOrders } from './follow.ts';
export type { OrderRow, OutlineRow, Task } from './row.ts';
