/** Something that stays in the book, and why. */
export type KeptThing = {
  readonly kind: 'customer' | 'product' | 'order';
  readonly id: string;
  /** A name or a number. */
  readonly called: string;
  readonly code: string;
  readonly message: string;
};

/** What undoing an import came to so far. */
export type UndoReport = {
  readonly undone: { readonly customers: number; readonly products: number; readonly orders: number };
  readonly kept: { readonly total: number; readonly listed: readonly KeptThing[] };
};

const LISTED = 200;

export const emptyReport: UndoReport = {
  undone: { customers: 0, products: 0, orders: 0 },
  kept: { total: 0, listed: [] },
};

export const withKept = (report: UndoReport, kept: readonly KeptThing[]): UndoReport => ({
  ...report,
  kept: {
    total: report.kept.total + kept.length,
    listed: [...report.kept.listed, ...kept].slice(0, LISTED),
  },
});
