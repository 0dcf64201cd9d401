import type { Point, SalesReport } from '../../../views/sales/index.ts';
import type { Span, Unit } from './periods.ts';

/** A period as it is looked at: what trade it had, and what it is compared with. */
export interface Seen {
  readonly now: SalesReport;
  readonly span: Span;
  /** Where the parts of it begin. */
  readonly parts: readonly Date[];
  readonly unit: Unit;
  /** The time compared with it. */
  readonly then?: SalesReport | undefined;
  readonly thenSpan?: Span | undefined;
  /** Which days these are. */
  readonly words: string;
  /** The address of the orders behind a figure, and of those behind one part of it. */
  readonly behind: (of: Point['of'], id?: string) => string;
  readonly behindBar: (of: Point['of'], nth: number) => string;
}
