import { IssueStock, ReleaseStock, ReserveStock, ReturnStock } from './allocation.ts';
import {
  AdjustStock,
  CountStock,
  ReceiveStock,
  SetBuffer,
  SetReorderLevel,
  SetStockPolicy,
} from './shelf.ts';

export * from './allocation.ts';
export * from './shelf.ts';

export const stockCommands = [
  ReceiveStock,
  AdjustStock,
  CountStock,
  SetStockPolicy,
  SetBuffer,
  SetReorderLevel,
  ReserveStock,
  ReleaseStock,
  IssueStock,
  ReturnStock,
];
