export type { OrderRow, OutlineRow, Task } from './row.ts';
