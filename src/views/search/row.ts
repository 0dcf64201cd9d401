export const KINDS = ['order', 'customer', 'product'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that can be found, and the words that it is found by. Of an order's customer only the id: names go with theirs. */
export interface FoundRow {
  /** Kind and id. */
  readonly key: string;
  readonly kind: Kind;
  readonly id: string;
  /** Position of the event that changed it last: who keeps an index asks for what changed since. */
  readonly at: number;
  /** Its number or name; an order that is a draft has none. */
  readonly title?: string;
  /** Of a customer: whom lists name first. */
  readonly company?: string;
  readonly customerId?: string;
  /** Of an order: names of what was ordered, by line. */
  readonly lines?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  /** What else it is found by: reference, tracking number, SKU, barcode, town, telephone. */
  readonly codes?: readonly string[];
  /** Nobody should find it any more: the import that brought it was undone, the draft was discarded. */
  readonly gone?: true;
}

export interface SearchTables {
  things: FoundRow;
}
