import type { BookOpened, BookSettingsChanged, OrderViewsArranged } from '../../domain/book/index.ts';
import type {
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerForgotten,
  CustomerRestored,
} from '../../domain/customer/index.ts';
import type { ImportFinished, ImportStarted, ImportUndone } from '../../domain/import/index.ts';
import type {
  OperatorAdded,
  OperatorChanged,
  OperatorRemoved,
  PinSet,
  SignInTurnedOff,
} from '../../domain/operator/index.ts';
import type { LineAdded, NoteAdded } from '../../domain/order/index.ts';
import type {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductDescription,
  ProductRestored,
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantDescription,
  VariantRestored,
} from '../../domain/product/index.ts';
import type { Numbered, NumberingSet } from '../../domain/series/index.ts';
import type { ReorderLevelSet, StockPolicySet } from '../../domain/stock/index.ts';
import type { AnyEventType, DataOf, Json } from '../../kernel/index.ts';
import type { Told } from '../order-history/row.ts';
import type { moving, Moved } from '../stock/movements.ts';

/** What people look for in a book's activity. */
export const KINDS = [
  'orders',
  'money',
  'goods',
  'returns',
  'stock',
  'customers',
  'products',
  'settings',
  'imports',
] as const;
export type Kind = (typeof KINDS)[number];

type Fact<Of extends AnyEventType, Data> = Of extends AnyEventType
  ? { readonly type: Of['type']; readonly data: Data }
  : never;

type Nothing = Readonly<Record<string, never>>;

/** Of an order: as its history tells it, without what is a person's own, or long. */
export type OrderFact =
  | Exclude<Told, { type: 'CustomerAssigned' | 'LineAdded' | 'NoteAdded' }>
  | Fact<typeof LineAdded, Pick<DataOf<typeof LineAdded>, 'name' | 'unit' | 'quantity' | 'discount'>>
  | Fact<typeof NoteAdded, Pick<DataOf<typeof NoteAdded>, 'forCustomer'>>
  | { readonly type: 'CustomerAssigned'; readonly data: Nothing };

export type StockFact =
  | { readonly type: keyof typeof moving; readonly data: Moved }
  | Fact<typeof StockPolicySet, Pick<DataOf<typeof StockPolicySet>, 'policy'>>
  | Fact<typeof ReorderLevelSet, Nothing>;

/** Names are not kept: whoever shows them looks them up, so that a forgotten one is found nowhere. */
export type OtherFact =
  | Fact<typeof CustomerCreated | typeof CustomerArchived | typeof CustomerRestored, Nothing>
  | Fact<typeof CustomerChanged, Pick<DataOf<typeof CustomerChanged>, 'changed'>>
  | Fact<typeof CustomerForgotten, Pick<DataOf<typeof CustomerForgotten>, 'reason'>>
  | Fact<
      typeof ProductCreated | typeof ProductChanged | typeof ProductArchived | typeof ProductRestored,
      Nothing
    >
  | Fact<
      typeof VariantAdded | typeof VariantChanged,
      Pick<DataOf<typeof VariantAdded>, 'variantId'> & { readonly title: string }
    >
  | Fact<typeof VariantArchived | typeof VariantRestored, Pick<DataOf<typeof VariantArchived>, 'variantId'>>
  | Fact<
      typeof BookOpened | typeof BookSettingsChanged | typeof OrderViewsArranged | typeof SignInTurnedOff,
      Nothing
    >
  | Fact<typeof NumberingSet, { readonly of: Numbered; readonly next: string }>
  | Fact<
      typeof OperatorAdded | typeof OperatorChanged,
      Pick<DataOf<typeof OperatorAdded>, 'operatorId' | 'role'>
    >
  | Fact<typeof OperatorRemoved | typeof PinSet, Pick<DataOf<typeof PinSet>, 'operatorId'>>
  | Fact<typeof ImportStarted, DataOf<typeof ImportStarted>>
  | Fact<typeof ImportFinished, DataOf<typeof ImportFinished>>
  | Fact<typeof ImportUndone, DataOf<typeof ImportUndone>>;

/** What happened: an event's type and what a sentence needs of it. */
export type Happened = OrderFact | StockFact | OtherFact;

/** What it happened to. */
export interface About {
  readonly orderId?: string;
  readonly customerId?: string;
  /** Of a variant's stock, the variant's own. */
  readonly productId?: string;
}

export interface ActivityRow extends About {
  /** When it happened for the trade, made unique by its position. */
  readonly key: string;
  /** When it was written down, where that is another instant. */
  readonly recordedAt?: string;
  readonly actor: string;
  /** What was done in one go with other things has the correlation of them all, by which it is taken back together. */
  readonly group?: string;
  readonly kind: Kind;
  /** Left out of small steps, which are many and tell little by themselves. */
  readonly main?: 1;
  readonly told: Happened;
}

/** How many rows a filter finds. */
export interface ActivityCountRow {
  /** `kind/orders`, `actor/<id>` */
  readonly key: string;
  readonly rows: number;
}

/** Whoever works or worked here, by the id that stands in what they did. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** Members of a product or variant that are told as they were and as they are. */
export type Valued = Pick<ProductDescription, 'name' | 'sku' | 'barcode' | 'unit' | 'unitPrice' | 'taxRate'> &
  Pick<VariantDescription, 'options'>;

/** Left out where there was none, or is none any more. */
export interface FromTo<Value> {
  readonly from?: Value;
  readonly to?: Value;
}

/** What of a product, a variant or the settings was changed. */
export interface Changed {
  readonly values?: { readonly [Member in keyof Valued]?: FromTo<NonNullable<Valued[Member]>> };
  /** Members of which only that is told. */
  readonly others?: readonly string[];
}

export type Description = Readonly<Record<string, Json | undefined>>;

/** A product, a variant or the settings: their events say the whole, and so not what is new in it. */
export interface DescribedRow {
  readonly id: string;
  /** As it stands, to hold the next change against. */
  readonly last: Description;
  /** By the positions of the events. */
  readonly changes: Readonly<Record<string, Changed>>;
}

export interface ActivityTables {
  described: DescribedRow;
  people: PersonRow;
  moments: ActivityRow;
  counts: ActivityCountRow;
}

export type Counted = 'kind' | 'actor';
export const countKey = (counted: Counted, value: string): string => `${counted}/${value}`;
