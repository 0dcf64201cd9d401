import { IssueStock, ReleaseStock, ReserveStock, ReturnStock } from './allocation.ts';
import { AdjustStock, CountStock, ReceiveStock, SetBuffer, SetStockPolicy } from './shelf.ts';

export * from './allocation.ts';
export * from './shelf.ts';

export const stockCommands = [
  ReceiveStock,
  AdjustStock,
  CountStock,
  SetStockPolicy,
  SetBuffer,
  ReserveStock,
  ReleaseStock,
  IssueStock,
  ReturnStock,
];
