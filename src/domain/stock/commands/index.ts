import { IssueStock, ReleaseStock, ReserveStock } from './allocation.ts';
import { AdjustStock, CountStock, ReceiveStock, SetStockPolicy } from './shelf.ts';

export * from './allocation.ts';
export * from './shelf.ts';

export const stockCommands = [
  ReceiveStock,
  AdjustStock,
  CountStock,
  SetStockPolicy,
  ReserveStock,
  ReleaseStock,
  IssueStock,
];
