import { GrantCredit, PayRefund, RefundNow, WriteOff } from './credit.ts';
import { CounterSale } from './counter-sale.ts';
import { IssueCreditNote, IssueInvoice } from './documents.ts';
import { CreateDraft } from './draft.ts';
import { CollectItems, DeliverItems, MarkReady, PrepareItems, ShipItems, UndoPrepare } from './fulfil.ts';
import { ImportOrder } from './import.ts';
import { AddLine, ChangeLine, RemoveLine } from './lines.ts';
import { RecordPayment, VoidPayment } from './money.ts';
import { ArchiveOrder, CancelRemainder, ReopenOrder, UnarchiveOrder } from './remainder.ts';
import { CancelReturn, CloseReturn, ReceiveReturn, RequestReturn } from './returns.ts';
import { RemindOfPayment } from './remind.ts';
import { ReviseOrder } from './revise.ts';
import { AddNote, AllocateOrder, CancelOrder, HoldOrder, ReleaseOrder } from './standing.ts';
import { SpendCredit } from './spend-credit.ts';
import { SubmitOrder } from './submit.ts';
import { RestoreDraft, Tag, Untag } from './tags.ts';
import { UndoCounterSale } from './undo-counter-sale.ts';
import { AssignCustomer, DiscardDraft, SetDates, SetDiscount, SetShipping } from './terms.ts';

export * from './credit.ts';
export * from './counter-sale.ts';
export * from './documents.ts';
export * from './draft.ts';
export * from './fulfil.ts';
export * from './import.ts';
export * from './lines.ts';
export * from './money.ts';
export * from './remainder.ts';
export * from './remind.ts';
export * from './returns.ts';
export * from './revise.ts';
export * from './spend-credit.ts';
export * from './standing.ts';
export * from './submit.ts';
export * from './tags.ts';
export * from './terms.ts';
export * from './undo-counter-sale.ts';

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
  RestoreDraft,
  ReviseOrder,
  Tag,
  Untag,
  AddNote,
  RecordPayment,
  SpendCredit,
  VoidPayment,
  GrantCredit,
  PayRefund,
  RefundNow,
  WriteOff,
  IssueInvoice,
  IssueCreditNote,
  PrepareItems,
  UndoPrepare,
  MarkReady,
  ShipItems,
  DeliverItems,
  CollectItems,
  CounterSale,
  UndoCounterSale,
  RequestReturn,
  ReceiveReturn,
  CloseReturn,
  CancelReturn,
  CancelRemainder,
  CancelOrder,
  ReopenOrder,
  ArchiveOrder,
  UnarchiveOrder,
  HoldOrder,
  ReleaseOrder,
  AllocateOrder,
  RemindOfPayment,
  ImportOrder,
];
