import type {
  LineRemainderCancelled,
  OrderRevised,
  CreditNote,
  CustomerAssigned,
  Invoice,
  LineAdded,
  NoteAdded,
  OrderSubmitted,
} from '../../domain/order/index.ts';
import type { DataOf, Recorded } from '../../kernel/index.ts';
import type { toldAsTheyAre } from './as-it-is.ts';

type SubmittedData = DataOf<typeof OrderSubmitted>;

/** Of a submitted order, which may be long, no more than a sentence says. */
export interface SubmittedTold extends Pick<SubmittedData, 'number' | 'currency' | 'source' | 'override'> {
  readonly lineCount: number;
  readonly total: number;
}

/** Of papers, which are long, what they are called by and come to. */
export interface InvoiceTold extends Pick<Invoice, 'invoiceId' | 'number' | 'currency'> {
  readonly total: number;
}

export type CreditNoteTold = Pick<
  CreditNote,
  'creditNoteId' | 'number' | 'invoiceNumber' | 'currency' | 'total' | 'reason'
>;

type ToldAsItIs = (typeof toldAsTheyAre)[number];

/** What is off, and what the rest comes to in minor units. */
export interface RemainderTold extends Pick<DataOf<typeof LineRemainderCancelled>, 'lines' | 'reason'> {
  readonly total: number;
}

/** Of a revision, which may be long, no more than a sentence says: quantities in thousandths, totals in minor units. */
export interface RevisedTold extends Pick<DataOf<typeof OrderRevised>, 'revision' | 'reason'> {
  readonly total: { readonly before: number; readonly after: number };
  readonly lines: readonly {
    readonly name: string;
    readonly unit: string;
    readonly before: number;
    readonly after: number;
  }[];
}

type TypeAndData<Event> = Event extends { type: infer Type; data: infer Data }
  ? { readonly type: Type; readonly data: Data }
  : never;

/** What happened: an event's type and what a sentence needs of it. */
export type Told =
  | TypeAndData<Recorded<ToldAsItIs>>
  | { readonly type: 'OrderSubmitted'; readonly data: SubmittedTold }
  | { readonly type: 'OrderRevised'; readonly data: RevisedTold }
  | { readonly type: 'LineRemainderCancelled'; readonly data: RemainderTold }
  | { readonly type: 'InvoiceIssued'; readonly data: InvoiceTold }
  | { readonly type: 'CreditNoteIssued'; readonly data: CreditNoteTold };

/** The least of it that a sentence needs. */
export type Said =
  | Exclude<Told, { type: 'CustomerAssigned' | 'LineAdded' | 'NoteAdded' }>
  | { readonly type: 'CustomerAssigned'; readonly data: Pick<DataOf<typeof CustomerAssigned>, 'name'> }
  | {
      readonly type: 'LineAdded';
      readonly data: Pick<DataOf<typeof LineAdded>, 'name' | 'variant' | 'unit' | 'quantity' | 'discount'>;
    }
  | { readonly type: 'NoteAdded'; readonly data: Partial<DataOf<typeof NoteAdded>> };

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
