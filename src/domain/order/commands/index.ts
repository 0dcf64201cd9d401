import { GrantCredit, PayRefund, RefundNow, WriteOff } from './credit.ts';
import { CreateDraft } from './draft.ts';
import { ShipItems } from './fulfil.ts';
import { ImportOrder } from './import.ts';
import { AddLine, ChangeLine, RemoveLine } from './lines.ts';
import { RecordPayment, VoidPayment } from './money.ts';
import { AddNote, AllocateOrder, CancelOrder, HoldOrder, ReleaseOrder } from './standing.ts';
import { SubmitOrder } from './submit.ts';
import { AssignCustomer, DiscardDraft, SetDates, SetDiscount, SetShipping } from './terms.ts';

export * from './credit.ts';
export * from './draft.ts';
export * from './fulfil.ts';
export * from './import.ts';
export * from './lines.ts';
export * from './money.ts';
export * from './standing.ts';
export * from './submit.ts';
export * from './terms.ts';

export const orderCommands = [
  CreateDraft,
  AddLine,
  ChangeLine,
  RemoveLine,
  AssignCustomer,
  SetDiscount,
  SetShipping,
  SetDates,
  SubmitOrder,
  DiscardDraft,
  AddNote,
  RecordPayment,
  VoidPayment,
  GrantCredit,
  PayRefund,
  RefundNow,
  WriteOff,
  ShipItems,
  CancelOrder,
  HoldOrder,
  ReleaseOrder,
  AllocateOrder,
  ImportOrder,
];
