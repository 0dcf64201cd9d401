import type { Discount, TaxRate } from '../../../domain/pricing/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';

/** A line as it stands in the form: a figure is null while its field is empty or can't be read. */
export interface TypedLine {
  readonly lineId: string;
  readonly productId: string;
  readonly variantId?: string | undefined;
  /** The variant's options in words: "M / Red". */
  readonly variant?: string | undefined;
  readonly name: string;
  readonly sku?: string | undefined;
  readonly unit: string;
  readonly taxRate: TaxRate;
  /** Thousandths of the unit. */
  readonly quantity: number | null;
  /** Ten-thousandths of a major unit. */
  readonly unitPrice: number | null;
  readonly discount?: Discount | undefined;
}

export interface TypedCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly company?: string | undefined;
}

export interface TypedNote {
  readonly text: string;
  /** On the customer's papers, and not internal. */
  readonly forCustomer?: true | undefined;
}

export interface TypedDates {
  readonly placedOn?: string | undefined;
  readonly promisedOn?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** An order as it stands in the form, or, in the same shape, as the book holds it. */
export interface TypedOrder {
  readonly lines: readonly TypedLine[];
  readonly customer?: TypedCustomer | undefined;
  readonly discount?: Discount | undefined;
  /** Minor units; null while the field is empty. */
  readonly shipping: number | null;
  readonly dates: TypedDates;
  readonly notes: readonly TypedNote[];
}

export const emptyOrder: TypedOrder = { lines: [], shipping: null, dates: {}, notes: [] };

/** A draft of the book, as the form shows it. */
export const typedFrom = (draft: OrderPage): TypedOrder => ({
  lines: draft.lines.map(
    ({ lineId, productId, variantId, variant, name, sku, unit, taxRate, quantity, unitPrice, discount }) => ({
      ...{ lineId, productId, variantId, variant, name, sku, unit, taxRate, quantity, unitPrice, discount },
    }),
  ),
  customer: draft.customer && {
    customerId: draft.customer.customerId,
    name: draft.customer.name,
    company: draft.customer.company,
  },
  discount: draft.discount,
  shipping: draft.shipping?.amount ?? null,
  dates: draft.dates,
  notes: draft.notes.map(({ text, forCustomer }) => ({ text, forCustomer })),
});

/** What of the shelves a line takes from: a variant has a stock of its own. */
export const stockItemOf = ({ productId, variantId }: Pick<TypedLine, 'productId' | 'variantId'>): string =>
  variantId ?? productId;

/** So many more (thousandths) of a product that is on the order already, else a new line. Gives the line to go on at. */
export const withProduct = (
  lines: readonly TypedLine[],
  added: Omit<TypedLine, 'quantity' | 'discount'>,
  quantity = 1_000,
): { readonly lines: readonly TypedLine[]; readonly lineId: string } => {
  const there = lines.find(
    (line) =>
      stockItemOf(line) === stockItemOf(added) && line.unitPrice === added.unitPrice && !line.discount,
  );
  if (!there) return { lines: [...lines, { ...added, quantity }], lineId: added.lineId };
  const more = { ...there, quantity: (there.quantity ?? 0) + quantity };
  return { lines: lines.map((line) => (line === there ? more : line)), lineId: there.lineId };
};

/** How much of something is on the order, in thousandths. */
export const countOf = (lines: readonly TypedLine[], stockItem: string): number =>
  lines.reduce((sum, line) => sum + (stockItemOf(line) === stockItem ? (line.quantity ?? 0) : 0), 0);

/** One less of it, off the line that was added last; a line of which nothing is left goes. */
export const withoutOne = (lines: readonly TypedLine[], stockItem: string): readonly TypedLine[] => {
  const last = lines.findLast((line) => stockItemOf(line) === stockItem);
  const left = (last?.quantity ?? 0) - 1_000;
  return lines.flatMap((line) => (line !== last ? line : left > 0 ? { ...line, quantity: left } : []));
};
