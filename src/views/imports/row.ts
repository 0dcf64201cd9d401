/** One run of an import, and what became of it. */
export interface ImportRow {
  readonly importId: string;
  /** ISO instant. */
  readonly startedAt: string;
  /** By start: unique. */
  readonly sort: string;
  readonly files: readonly { readonly name: string; readonly kind: string; readonly rows: number }[];
  readonly counts?: {
    readonly customers: number;
    readonly products: number;
    readonly orders: number;
    readonly lines: number;
  };
  /** Present once it was undone. */
  readonly undone?: {
    readonly at: string;
    readonly customers: number;
    readonly products: number;
    readonly orders: number;
    readonly kept: number;
  };
}

export type ImportedKind = 'customer' | 'product' | 'order';

/** A thing that an import brought. */
export interface ImportedRow {
  /** `order/<id>` */
  readonly key: string;
  readonly kind: ImportedKind;
  readonly id: string;
  /** The import that brought it last. */
  readonly importId: string;
  /** When it came, within its import: unique. */
  readonly sort: string;
  /** What people call it: a name or a number. */
  readonly called: string;
  /** Its stream's version after the import's own last event, and what processes did about it. */
  readonly version: number;
  /** Somebody has worked on it since. */
  readonly touched: boolean;
  /** How often it was taken back. While `isBack`, it is. */
  readonly undone: number;
  readonly isBack: boolean;
  /** Of a product: its variants, which lie on the shelf by themselves. */
  readonly variantIds: readonly string[];
}

/** What an import laid on the shelf of a product or variant, in thousandths. */
export interface ReceivedRow {
  readonly id: string;
  readonly quantity: number;
}

export interface ImportTables {
  imports: ImportRow;
  things: ImportedRow;
  received: ReceivedRow;
}

export const thingKey = (kind: ImportedKind, id: string): string => `${kind}/${id}`;
