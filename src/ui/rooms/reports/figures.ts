import type { CurrencyCode } from '../../../domain/pricing/index.ts';
import * as cells from '../../../views/listing/cells.ts';
import type { Cell } from '../../../views/listing/csv.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { count, day, money, percent, quantity } from '../../words/format.ts';

/** What a table shows: words, or a figure with what a file has of it, and how it comes about. */
export type Shown =
  | string
  | {
      readonly text: string;
      readonly cell: Cell;
      readonly explained?: {
        readonly title: string;
        readonly amount: number;
        readonly explain: () => Explanation | Promise<Explanation>;
      };
      /** Or the address of the orders behind it. */
      readonly behind?: string;
    };
type Figure = Exclude<Shown, string>;

export const amount = (minor: number, currency: string, bare = false): Figure => ({
  text: money(minor, currency, bare),
  cell: cells.money(minor, currency as CurrencyCode),
});
export const pieces = (thousandths: number, unit?: string): Figure => ({
  text: quantity(thousandths, unit),
  cell: cells.quantity(thousandths),
});
export const counted = (n: number): Figure => ({ text: count(n), cell: cells.wholeNumber(n) });
/** Thousandths of a percent. */
export const rated = (rate: number): Figure => ({ text: percent(rate), cell: cells.percent(rate) });
/** A calendar day; a file has its year. */
export const dated = (isoDay: string): Figure => ({ text: day(isoDay), cell: isoDay });

export const sumBy = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

export const figure = (id: string, label: string) => ({
  ...{ id, label, figures: true, stacked: 'line' as const },
});
/** The one that counts. */
export const main = (id: string, label: string) => ({ ...figure(id, label), stacked: 'end' as const });
export const first = (label: string) => ({ id: 'what', label, stacked: 'title' as const });

/** How long the bars beside rows are: the largest is whole, what is not above zero has none. */
export const shares = (values: readonly number[]): readonly number[] => {
  const most = Math.max(1, ...values);
  return values.map((value) => Math.max(0, value) / most);
};
