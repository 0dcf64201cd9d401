/** What a figure is counted in: minor units of a currency, thousandths of a unit, or how many. */
export type Measure =
  | { readonly of: 'money'; readonly currency: string }
  | { readonly of: 'quantity'; readonly unit: string }
  | { readonly of: 'count' };

/** One part of a sum, and the page that shows what it is. */
export interface ExplainedLine {
  readonly id: string;
  readonly text: string;
  /** The arithmetic or the reason behind it. */
  readonly detail?: string | undefined;
  readonly amount: number;
  readonly href?: string | undefined;
}

/** How a figure comes about: the lines add up to it. */
export interface Explanation {
  readonly measure: Measure;
  readonly lines: readonly ExplainedLine[];
  /** The sum is an average's: it is divided by so many. */
  readonly dividedBy?: { readonly by: number; readonly text: string };
  /** How it is rounded, where that is a rule of its own. */
  readonly note?: string | undefined;
  /** Where all of it is seen. */
  readonly more?: { readonly href: string; readonly text: string } | undefined;
}

export const sumOf = (lines: readonly Pick<ExplainedLine, 'amount'>[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** What the explanation comes to. */
export const comesTo = ({ lines, dividedBy }: Explanation): number =>
  dividedBy === undefined ? sumOf(lines) : Math.round(sumOf(lines) / dividedBy.by);
