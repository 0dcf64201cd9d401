export type { OrderRow, OrderShelf, OutlineRow, Step, Task } from './row.ts';
