import type {
  CustomerAssigned,
  CustomerUnassigned,
  DatesSet,
  DiscountSet,
  DraftCreated,
  DraftDiscarded,
  ItemsPrepared,
  ItemsShipped,
  LineAdded,
  LineChanged,
  LineRemoved,
  NoteAdded,
  OrderAllocated,
  OrderCancelled,
  OrderHeld,
  OrderReleased,
  OrderSubmitted,
  PaymentRecorded,
  ShippingSet,
} from '../../domain/order/index.ts';
import type { DataOf, Recorded } from '../../kernel/index.ts';

type SubmittedData = DataOf<typeof OrderSubmitted>;

/** Of a submitted order, which may be long, no more than a sentence says. */
export interface SubmittedTold extends Pick<SubmittedData, 'number' | 'currency' | 'source' | 'override'> {
  readonly lineCount: number;
  readonly total: number;
}

export type ToldAsItIs =
  | typeof CustomerAssigned
  | typeof CustomerUnassigned
  | typeof DatesSet
  | typeof DiscountSet
  | typeof DraftCreated
  | typeof DraftDiscarded
  | typeof ItemsPrepared
  | typeof ItemsShipped
  | typeof LineAdded
  | typeof LineChanged
  | typeof LineRemoved
  | typeof NoteAdded
  | typeof OrderAllocated
  | typeof OrderCancelled
  | typeof OrderHeld
  | typeof OrderReleased
  | typeof PaymentRecorded
  | typeof ShippingSet;

type TypeAndData<Event> = Event extends { type: infer Type; data: infer Data }
  ? { readonly type: Type; readonly data: Data }
  : never;

/** What happened: an event's type and what a sentence needs of it. */
export type Told =
  TypeAndData<Recorded<ToldAsItIs>> | { readonly type: 'OrderSubmitted'; readonly data: SubmittedTold };

export interface HistoryRow {
  /** `order/position` */
  readonly key: string;
  readonly position: number;
  /** When it happened for the trade. */
  readonly at: string;
  /** When it was written down, where that is another instant. */
  readonly recordedAt?: string;
  readonly actor: string;
  readonly told: Told;
}

export interface HistoryTables {
  entries: HistoryRow;
}
